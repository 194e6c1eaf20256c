package org.tumen.alert.publish;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tumen.model.Topic;
import org.tumen.model.envelope.BrokerTopics;

/** Makes the topics of this service, as soon as there is a broker to make them on. */
@Component
class TopicsAtStart {

    private static final Logger log = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaProperties kafka;

    TopicsAtStart(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeThem() {
        Thread.ofVirtual().name("topics-at-start").start(() -> {
            while (!isDone() && pause()) {
                log.info("Waiting for the broker");
            }
        });
    }

    private boolean isDone() {
        try {
            BrokerTopics.createMissing(
                    kafka.buildAdminProperties(),
                    List.of(
                            Topic.ASSESSMENTS,
                            Topic.ALERTS,
                            Topic.FEED_HEALTH,
                            Topic.FEED_SETTINGS,
                            Topic.FEED_TRIALS,
                            Topic.FEED_TRIAL_RESULTS),
                    PATIENCE);
            return true;
        } catch (InterruptException e) {
            return true;
        } catch (KafkaException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Topics are not made yet");
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
