package org.tumen.alert.publish;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tumen.tracing.Traces;

/** Where the environment names a collector; see docs/runbook.md. */
@Configuration(proxyBeanMethods = false)
final class TraceExport {

    @Bean
    Traces traces() {
        return Traces.ofEnvironment("alert-service");
    }
}
