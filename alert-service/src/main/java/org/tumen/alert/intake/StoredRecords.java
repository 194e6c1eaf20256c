package org.tumen.alert.intake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What stands on a topic, read from its beginning in the order of its time over all partitions, beside the reader that the
 * service has for it. Used by one thread.
 */
final class StoredRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Of one partition in memory, before it waits for the others. */
    private static final int AHEAD = 40;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @param settings of a consumer, with the group that reads the topic otherwise */
    StoredRecords(Map<String, Object> settings, String topic) {
        this.consumer = new KafkaConsumer<>(settings);
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** All that is there now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /**
     * Up to where the group has settled it. Where the broker has forgotten that, or the group was never there, it is taken
     * for settled up to its end, which the broker is told: nothing old is taken for news.
     */
    Map<TopicPartition, Long> settled() {
        var ends = ends();
        var committed = consumer.committed(Map.copyOf(ends).keySet());
        var settled = new HashMap<TopicPartition, Long>();
        var forgotten = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends.forEach((partition, end) -> {
            var offset = committed.get(partition);
            settled.put(partition, offset == null ? end : Long.valueOf(offset.offset()));
            if (offset == null) {
                forgotten.put(partition, new OffsetAndMetadata(end));
            }
        });
        consumer.commitSync(forgotten);
        return settled;
    }

    /** How many records there are up to there; ends of transactions count, too. */
    long count(Map<TopicPartition, Long> ends) {
        var beginnings = consumer.beginningOffsets(partitions);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - beginnings.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** Reads from the beginning up to these offsets. */
    void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.seekToBeginning(partitions);
        var waiting = new HashMap<TopicPartition, Deque<ConsumerRecord<String, byte[]>>>();
        partitions.forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
        while (true) {
            while (partitions.stream().anyMatch(one -> isUnknown(one, waiting, ends))) {
                fill(waiting, ends);
            }
            var next = waiting.values().stream()
                    .filter(records -> !records.isEmpty())
                    .min(Comparator.comparingLong(records -> records.getFirst().timestamp()));
            if (next.isEmpty()) {
                return;
            }
            each.accept(next.get().removeFirst());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Whether nobody can tell yet which record of the partition is the next. */
    private boolean isUnknown(
            TopicPartition partition,
            Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting,
            Map<TopicPartition, Long> ends) {
        var records = waiting.get(partition);
        return (records == null || records.isEmpty())
                && consumer.position(partition) < ends.getOrDefault(partition, 0L);
    }

    private void fill(
            Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting, Map<TopicPartition, Long> ends) {
        consumer.resume(consumer.paused());
        consumer.pause(full(waiting));
        for (var record : consumer.poll(POLL)) {
            var partition = new TopicPartition(record.topic(), record.partition());
            var records = waiting.get(partition);
            if (records != null && record.offset() < ends.getOrDefault(partition, 0L)) {
                records.add(record);
            }
        }
    }

    private static Collection<TopicPartition> full(Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting) {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= AHEAD)
                .map(Map.Entry::getKey)
                .toList();
    }
}
