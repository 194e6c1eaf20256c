package org.tumen.classifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tumen.model.Lane;

/**
 * Takes articles in, each lane on a thread and with clients of its own: a back-fill of a million articles stands in
 * nobody's way, and it rests while live articles wait.
 */
@Singleton
final class ArticleIntake {

    private static final Logger log = LoggerFactory.getLogger(ArticleIntake.class);

    private final ArticleBatch batch;
    private final LaneIntake live;
    private final LaneIntake backfill;

    ArticleIntake(
            ArticleBatch batch,
            IntakeProperties properties,
            KafkaDefaultConfiguration kafka,
            IntakeState state,
            MeterRegistry meters) {
        this.batch = batch;
        var client = kafka.getConfig();
        this.live = new LaneIntake(Lane.LIVE, () -> false, batch, properties, client, state, meters);
        this.backfill = new LaneIntake(Lane.BACKFILL, live::isBehind, batch, properties, client, state, meters);
    }

    @EventListener
    void start(ServerStartupEvent event) {
        log.atInfo()
                .addKeyValue("address", event.getSource().getURI())
                .addKeyValue("catalogue", batch.catalogueVersion())
                .log("Classifier is ready");
        live.start();
        backfill.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        var lanes = List.of(live, backfill);
        lanes.forEach(LaneIntake::stop);
        for (var lane : lanes) {
            lane.join();
        }
    }
}
