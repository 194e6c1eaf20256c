package org.tumen.classifier.intake;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.tumen.tracing.Traces;

/** Where the environment names a collector; see docs/runbook.md. */
@Factory
final class TraceExport {

    @Singleton
    @Bean(preDestroy = "close")
    Traces traces() {
        return Traces.ofEnvironment("classifier-service");
    }
}
