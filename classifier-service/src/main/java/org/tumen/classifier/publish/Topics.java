package org.tumen.classifier.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.tumen.model.Topic;

/** Makes the topics that the classifier needs, unless they are there. */
final class Topics {

    private static final int TIMEOUT_SECONDS = 10;

    /** Left to the broker: one copy on a single machine, three on a cluster. */
    private static final short BROKER_DEFAULT = -1;

    private Topics() {}

    static void create(Properties client) {
        var wanted = new ArrayList<NewTopic>();
        wanted.add(topic(Topic.ARTICLES.topicName(), Topic.ARTICLES.retention().toMillis()));
        wanted.add(topic(Topic.ARTICLES.deadLetters(), Topic.DEAD_LETTER_RETENTION.toMillis()));
        wanted.add(topic(
                Topic.ASSESSMENTS.topicName(), Topic.ASSESSMENTS.retention().toMillis()));
        try (var admin = Admin.create(client)) {
            var created = admin.createTopics(
                    List.copyOf(wanted), new CreateTopicsOptions().timeoutMs(TIMEOUT_SECONDS * 1_000));
            for (var creation : created.values().values()) {
                waitFor(creation.toCompletionStage().toCompletableFuture());
            }
        }
    }

    private static NewTopic topic(String name, long retentionMillis) {
        return new NewTopic(name, Topic.PARTITIONS, BROKER_DEFAULT)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMillis),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES)));
    }

    private static void waitFor(Future<?> creation) {
        try {
            creation.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("topics could not be created: " + e.getCause(), e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("topics could not be created within " + TIMEOUT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
