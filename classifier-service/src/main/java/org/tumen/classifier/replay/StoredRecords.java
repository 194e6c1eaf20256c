package org.tumen.classifier.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tumen.model.Topic;

/** Reads what is stored on topics now, and waits for nothing. It belongs to no group, so it moves no reader's place. */
final class StoredRecords {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MILLIS = 10_000;

    private final Properties client = new Properties();

    StoredRecords(String broker) {
        client.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        client.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        client.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topic.MAX_RECORD_BYTES);
        client.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * Topic.MAX_RECORD_BYTES);
    }

    /**
     * Hands over every record, those of one key in their order.
     *
     * @param topics one that does not exist has no records
     * @param since records that were written before it are passed over
     * @param progress told now and then how much is done, in [0, 1]
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    void read(
            List<String> topics,
            Instant since,
            Consumer<ConsumerRecord<String, byte[]>> records,
            DoubleConsumer progress) {
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            var ends = consumer.endOffsets(partitions(consumer, topics));
            consumer.assign(ends.keySet());
            seek(consumer, since, ends);
            var left = new HashSet<>(ends.keySet());
            var begins = positions(consumer, left);
            while (!stillToRead(consumer, left, ends).isEmpty()) {
                for (var record : consumer.poll(POLL)) {
                    if (record.offset() < offset(ends, new TopicPartition(record.topic(), record.partition()))) {
                        records.accept(record);
                    }
                }
                progress.accept(share(begins, positions(consumer, ends.keySet()), ends));
            }
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, List<String> topics) {
        var known = consumer.listTopics();
        return topics.stream()
                .flatMap(topic -> known.getOrDefault(topic, List.of()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static void seek(KafkaConsumer<?, ?> consumer, Instant since, Map<TopicPartition, Long> ends) {
        var times = new HashMap<TopicPartition, Long>();
        ends.keySet().forEach(partition -> times.put(partition, Math.max(0, since.toEpochMilli())));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            // None is as late as that: there is nothing to read.
            consumer.seek(partition, found == null ? offset(ends, partition) : found.offset());
        });
    }

    /** Those that are still to be read; what is done is paused. */
    private static Set<TopicPartition> stillToRead(
            KafkaConsumer<?, ?> consumer, Set<TopicPartition> left, Map<TopicPartition, Long> ends) {
        left.removeIf(partition -> consumer.position(partition) >= offset(ends, partition));
        consumer.pause(consumer.assignment().stream()
                .filter(partition -> !left.contains(partition))
                .toList());
        return left;
    }

    private static Map<TopicPartition, Long> positions(KafkaConsumer<?, ?> consumer, Set<TopicPartition> partitions) {
        var positions = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }

    private static double share(
            Map<TopicPartition, Long> begins, Map<TopicPartition, Long> now, Map<TopicPartition, Long> ends) {
        var all = 0L;
        var done = 0L;
        for (var partition : begins.keySet()) {
            all += offset(ends, partition) - offset(begins, partition);
            done += offset(now, partition) - offset(begins, partition);
        }
        return all <= 0 ? 1 : Math.clamp((double) done / all, 0, 1);
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
