package org.tumen.stack.deadletter;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tumen.model.Topic;
import org.tumen.stack.console.StackException;

/** Reads the dead-letter topics of a broker from end to end, and removes what is settled. Used by one thread. */
final class Letters implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** With records of the largest size, no more of them at once than a small process has room for. */
    private static final int AT_ONCE = 16 * 1024 * 1024;

    private final String brokers;
    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;

    Letters(String brokers) {
        this.brokers = brokers;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis(),
                "request.timeout.ms",
                5_000,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest",
                "fetch.max.bytes",
                AT_ONCE,
                "max.poll.records",
                200);
        this.admin = Admin.create(settings);
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** All topics that can have any. */
    static List<String> topics() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.lanes().stream().map(topic::deadLetters))
                .toList();
    }

    /** One page of what was read, with how many there were before it. */
    interface Pages extends ObjLongConsumer<List<ConsumerRecord<String, byte[]>>> {}

    /**
     * Reads what stands on these topics now; of one that does not exist, nothing.
     *
     * @param page what to do with each part of it, which is removed behind it when this returns
     * @param remove whether what was read is to be removed
     * @return how many there were
     */
    long read(Collection<String> topics, boolean remove, Pages page) {
        var ends = ends(topics);
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long before = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(Duration.ofMillis(500));
            var wanted = records.partitions().stream()
                    .flatMap(partition -> records.records(partition).stream()
                            .filter(record -> record.offset() < ends.getOrDefault(partition, 0L)))
                    .toList();
            page.accept(wanted, before);
            before += wanted.size();
            if (remove && !wanted.isEmpty()) {
                remove(wanted);
            }
        }
        return before;
    }

    /** How many records there may be: ends of transactions count, too. */
    long most(Collection<String> topics) {
        var ends = ends(topics);
        return ends.values().stream().mapToLong(Long::longValue).sum()
                - consumer.beginningOffsets(ends.keySet()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    private Map<TopicPartition, Long> ends(Collection<String> topics) {
        var there = new TreeSet<>(topics);
        there.retainAll(answer(admin.listTopics().names()));
        var partitions = answer(admin.describeTopics(there).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        return consumer.endOffsets(partitions);
    }

    private void remove(List<ConsumerRecord<String, byte[]>> records) {
        var behind = new HashMap<TopicPartition, Long>();
        records.forEach(record ->
                behind.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max));
        var asked = new HashMap<TopicPartition, RecordsToDelete>();
        behind.forEach((partition, offset) -> asked.put(partition, RecordsToDelete.beforeOffset(offset)));
        answer(admin.deleteRecords(asked).all());
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw away(brokers, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    static StackException away(String brokers, Throwable why) {
        return new StackException(
                "the broker at " + brokers + " does not do it: " + why.getMessage()
                        + " (start it: ./tumen up, or name its port: --port N, or its address: --broker HOST:PORT)",
                why);
    }
}
