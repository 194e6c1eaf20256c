package org.tumen.alert.publish;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.tumen.model.Topic;

/** Makes the topics that this service writes, as soon as there is a broker to make them on. */
@Configuration(proxyBeanMethods = false)
class TopicsAtStart {

    private static final Logger log = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final long PAUSE_MILLIS = 2_000;

    private final KafkaAdmin admin;

    TopicsAtStart(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Bean
    static KafkaAdmin.NewTopics topics() {
        return new KafkaAdmin.NewTopics(Stream.of(
                        topic(Topic.ALERTS.topicName(), Topic.ALERTS.retention().toMillis()),
                        topic(Topic.ASSESSMENTS.deadLetters(), Topic.DEAD_LETTER_RETENTION.toMillis()))
                .toArray(NewTopic[]::new));
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeThem() {
        Thread.ofVirtual().name("topics-at-start").start(() -> {
            while (!isThere() && pause()) {
                log.info("Waiting for the broker");
            }
        });
    }

    private boolean isThere() {
        try {
            return admin.initialize();
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Topics are not made yet");
            return false;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static NewTopic topic(String name, long retentionMillis) {
        return TopicBuilder.name(name)
                .partitions(Topic.PARTITIONS)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMillis),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES)))
                .build();
    }
}
