package org.tumen.alert.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;
import org.tumen.alert.operations.Operations.Trouble;
import org.tumen.model.Topic;

/**
 * Asks the broker which readers of Tumen's topics are behind and what was put aside. Who reads is what the broker knows:
 * this service knows no other by name. Old news is not looked at, its readers rest as long as live news comes.
 */
@Component
class BrokerLook {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<String> LIVE =
            Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toUnmodifiableSet());

    private final KafkaProperties kafka;

    BrokerLook(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** The broker did not answer in time. */
    static final class BrokerAwayException extends RuntimeException {
        BrokerAwayException(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** Readers with so many records of a topic before them, or more. Ends of transactions, which count too, are few. */
    List<Trouble> readersBehind(long records) {
        try (var admin = admin()) {
            var groups = get(admin.listGroups().all()).stream()
                    .map(group -> group.groupId())
                    .collect(Collectors.toMap(group -> group, _ -> new ListConsumerGroupOffsetsSpec()));
            var committed = get(admin.listConsumerGroupOffsets(groups).all());
            var ends = ends(admin, committed);
            var behind = new ArrayList<Trouble>();
            new TreeMap<>(committed)
                    .forEach((group, offsets) -> lag(offsets, ends).forEach((topic, lag) -> {
                        if (lag >= records) {
                            behind.add(new Trouble(group + " on " + topic, lag + " records wait"));
                        }
                    }));
            return behind;
        }
    }

    /** How many records were put aside since then, by topic; topics without any are left out. */
    Map<String, Long> deadLettersSince(Instant since) {
        try (var admin = admin()) {
            var there = get(admin.listTopics().names());
            var topics = LIVE.stream()
                    .map(topic -> topic + "-dlt")
                    .filter(there::contains)
                    .collect(Collectors.toSet());
            var asked = new HashMap<TopicPartition, OffsetSpec>();
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            get(admin.describeTopics(topics).allTopicNames())
                    .values()
                    .forEach(topic -> topic.partitions().forEach(one -> {
                        var partition = new TopicPartition(topic.name(), one.partition());
                        asked.put(partition, OffsetSpec.forTimestamp(since.toEpochMilli()));
                        ends.put(partition, OffsetSpec.latest());
                    }));
            var first = get(admin.listOffsets(asked).all());
            var last = get(admin.listOffsets(ends).all());
            var recent = new TreeMap<String, Long>();
            first.forEach((partition, offset) -> {
                var end = last.get(partition);
                if (end != null && offset.offset() >= 0 && end.offset() > offset.offset()) {
                    recent.merge(partition.topic(), end.offset() - offset.offset(), Long::sum);
                }
            });
            return recent;
        }
    }

    private static Map<TopicPartition, Long> ends(
            Admin admin, Map<String, Map<TopicPartition, OffsetAndMetadata>> committed) {
        var partitions = new HashSet<TopicPartition>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        var asked = partitions.stream()
                .filter(partition -> LIVE.contains(partition.topic()))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Map<String, Long> lag(
            Map<TopicPartition, OffsetAndMetadata> committed, Map<TopicPartition, Long> ends) {
        var lag = new TreeMap<String, Long>();
        committed.forEach((partition, offset) -> {
            var end = ends.get(partition);
            if (end != null && offset != null) {
                lag.merge(partition.topic(), Math.max(0, end - offset.offset()), Long::sum);
            }
        });
        return lag;
    }

    private Admin admin() {
        var settings = kafka.buildAdminProperties();
        settings.put("request.timeout.ms", (int) PATIENCE.toMillis());
        settings.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        return Admin.create(settings);
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAwayException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrokerAwayException(e);
        }
    }
}
