package org.tumen.classifier.intake;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Whether articles are being taken in: asked for by the readiness endpoint. */
@Readiness
@Singleton
final class IntakeState implements HealthIndicator {

    private volatile boolean running;

    /** Partitions are assigned. */
    void running() {
        running = true;
    }

    void interrupted() {
        running = false;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(HealthResult.builder("intake", running ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("articles", running ? "taken in" : "waiting for the broker"))
                .build());
    }
}
