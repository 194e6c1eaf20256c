package org.tumen.classifier.intake;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.tumen.model.Lane;

/** Whether articles are being taken in: asked for by the readiness endpoint. */
@Readiness
@Singleton
final class IntakeState implements HealthIndicator {

    private final Set<Lane> running = ConcurrentHashMap.newKeySet();

    /** Partitions of the lane are assigned. */
    void running(Lane lane) {
        running.add(lane);
    }

    void interrupted(Lane lane) {
        running.remove(lane);
    }

    /** Ready is who takes live articles in. */
    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.just(
                HealthResult.builder("intake", running.contains(Lane.LIVE) ? HealthStatus.UP : HealthStatus.DOWN)
                        .details(Map.of("articles", inWords(Lane.LIVE), "backfill", inWords(Lane.BACKFILL)))
                        .build());
    }

    private String inWords(Lane lane) {
        return running.contains(lane) ? "taken in" : "waiting for the broker";
    }
}
