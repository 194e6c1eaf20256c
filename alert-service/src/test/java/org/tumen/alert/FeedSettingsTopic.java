package org.tumen.alert;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Topic;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedSettingsChanged;

/** What is wanted of feeds, as crawlers read it. */
final class FeedSettingsTopic {

    private FeedSettingsTopic() {}

    /** Null when nothing is wanted of the feed. */
    static @Nullable FeedSettingsChanged wanted(String feed) {
        return table().get(feed);
    }

    /** The topic, as a crawler reads it: the last of each feed, null for one that was taken back. */
    static Map<String, @Nullable FeedSettingsChanged> table() {
        var table = new HashMap<String, @Nullable FeedSettingsChanged>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.brokers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topic.FEED_SETTINGS.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> table.put(record.key(), event(record)));
            }
        }
        return table;
    }

    private static @Nullable FeedSettingsChanged event(ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? null
                : EventRecords.read(record, FeedSettingsChanged.class).event();
    }
}
