package org.tumen.model.envelope;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.tumen.model.Topic;

/** Makes topics on a broker as {@link Topic} declares them: every lane, with its dead letters. */
public final class BrokerTopics {

    private BrokerTopics() {}

    /**
     * Makes those of the topics that are not there; what is there stays as it is. How many copies a topic has is left to
     * the broker's own default: one on a single machine, three on a cluster.
     *
     * @param client settings of an {@link Admin} client
     * @param patience how long to wait for each of the broker's answers
     * @throws KafkaException when the broker does not answer in time or refuses; worth another try
     * @throws InterruptException when the thread was interrupted, which it then still is
     */
    public static void createMissing(Map<String, Object> client, List<Topic> topics, Duration patience) {
        try (var admin = Admin.create(client)) {
            var existing = answer(admin.listTopics().names(), patience);
            var missing = topics.stream()
                    .flatMap(BrokerTopics::withDeadLetters)
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            for (var creation : admin.createTopics(missing).values().values()) {
                createdByNow(creation, patience);
            }
        }
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic) {
        return topic.lanes().stream()
                .flatMap(lane -> Stream.of(
                        declared(topic.topicName(lane), topic.retention(lane), topic.isTable()),
                        declared(topic.deadLetters(lane), Topic.DEAD_LETTER_RETENTION, false)));
    }

    private static NewTopic declared(String name, Duration retention, boolean isTable) {
        return new NewTopic(name, Optional.of(Topic.PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                isTable ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_RECORD_BYTES)));
    }

    /** Another service may make the same topic at the same moment. */
    private static void createdByNow(KafkaFuture<Void> creation, Duration patience) {
        try {
            answer(creation, patience);
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException("the broker refused: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("no answer of the broker within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
