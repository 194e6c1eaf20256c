package org.tumen.stack.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tumen.model.Lane;
import org.tumen.model.Topic;

/**
 * How many records of a topic a service has not worked on yet.
 *
 * @param topic which
 * @param lane of the topic
 * @param group the consumer group of the service
 * @param records how many
 */
public record Lag(Topic topic, Lane lane, String group, long records) {

    private static final long PATIENCE = 5;

    /** Who reads, lane by lane. A replay is read by nobody. */
    private static final Map<Topic, Map<Lane, String>> READERS = Map.of(
            Topic.FETCHES, Map.of(Lane.LIVE, "crawler-service", Lane.BACKFILL, "crawler-service"),
            Topic.ARTICLES, Map.of(Lane.LIVE, "classifier-service", Lane.BACKFILL, "classifier-service-backfill"),
            Topic.ASSESSMENTS, Map.of(Lane.LIVE, "alert-service", Lane.BACKFILL, "alert-service-backfill"));

    /**
     * Asks the broker, in the order of the flow. A topic that does not exist yet has no lag.
     *
     * @throws TimeoutException when the broker does not answer
     */
    public static List<Lag> at(String bootstrapServers) throws TimeoutException, InterruptedException {
        var settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("default.api.timeout.ms", "4000");
        settings.put("request.timeout.ms", "3000");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        var lags = new ArrayList<Lag>();
        try (var admin = Admin.create(settings)) {
            for (var topic : Topic.values()) {
                for (var lane : topic.lanes()) {
                    var group = READERS.getOrDefault(topic, Map.of()).get(lane);
                    if (group != null) {
                        lags.add(new Lag(topic, lane, group, of(topic.topicName(lane), group, admin, settings)));
                    }
                }
            }
            return lags;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker cannot tell: " + e.getCause(), e);
        }
    }

    private static long of(String topic, String group, Admin admin, Properties settings)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            var partitions =
                    admin
                            .describeTopics(List.of(topic))
                            .allTopicNames()
                            .get(PATIENCE, TimeUnit.SECONDS)
                            .values()
                            .stream()
                            .flatMap(description -> description.partitions().stream())
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            var ends = offsets(admin, partitions, OffsetSpec.latest());
            var beginnings = offsets(admin, partitions, OffsetSpec.earliest());
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE, TimeUnit.SECONDS);
            var waiting = new HashMap<TopicPartition, Long>();
            for (var partition : partitions) {
                var done = committed.get(partition);
                long next = Math.max(done == null ? 0 : done.offset(), beginnings.getOrDefault(partition, 0L));
                if (next < ends.getOrDefault(partition, 0L)) {
                    waiting.put(partition, next);
                }
            }
            withoutMarkers(waiting, ends, settings);
            return waiting.entrySet().stream()
                    .mapToLong(entry -> ends.getOrDefault(entry.getKey(), 0L) - entry.getValue())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw e;
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, TimeoutException, InterruptedException {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        return admin
                .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE, TimeUnit.SECONDS)
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /**
     * A transaction ends with a marker that takes an offset and that nobody reads: it is no work that waits. Takes out
     * the partitions on which a reader gets past everything without seeing a record.
     */
    private static void withoutMarkers(
            Map<TopicPartition, Long> waiting, Map<TopicPartition, Long> ends, Properties settings) {
        if (waiting.isEmpty()) {
            return;
        }
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(waiting.keySet());
            waiting.forEach(consumer::seek);
            var seen = new HashSet<TopicPartition>();
            var giveUp = Instant.now().plusMillis(500);
            while (Instant.now().isBefore(giveUp) && seen.size() < waiting.size()) {
                seen.addAll(consumer.poll(Duration.ofMillis(50)).partitions());
                waiting.keySet()
                        .removeIf(partition -> !seen.contains(partition)
                                && consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            }
        }
    }
}
