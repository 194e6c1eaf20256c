package org.tumen.classifier.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tumen.model.Topic;
import org.tumen.model.envelope.BrokerTopics;

/**
 * Sends what came of a batch, and how far the batch reached, as one transaction: readers see all of it or nothing
 * (KIP-447). After any failure it is of no more use: close it and open another.
 */
public final class Outlet implements AutoCloseable {

    /** Readers wait for an open transaction of a dead instance at most for this long. */
    private static final int TRANSACTION_TIMEOUT_MILLIS = 20_000;

    private static final int BLOCK_MILLIS = 10_000;
    private static final int DELIVERY_MILLIS = 15_000;
    private static final int REQUEST_MILLIS = 10_000;
    private static final Duration TOPICS_WITHIN = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;

    private Outlet(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Makes the topics and ends what an earlier run of this instance left open.
     *
     * @param client how to reach the broker
     * @param transactionalId the same after a restart, another for each instance
     */
    public static Outlet open(Properties client, String transactionalId) {
        var properties = new HashMap<String, Object>();
        client.forEach((name, value) -> properties.put(name.toString(), value));
        BrokerTopics.createMissing(properties, List.of(Topic.ARTICLES, Topic.ASSESSMENTS), TOPICS_WITHIN);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topic.MAX_RECORD_BYTES);
        var outlet = new Outlet(new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
        try {
            outlet.producer.initTransactions();
            return outlet;
        } catch (RuntimeException e) {
            outlet.close();
            throw e;
        }
    }

    /** Sends all records and moves the group on, or fails and does neither. */
    public void send(
            List<ProducerRecord<String, byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata group) {
        begin(records);
        producer.sendOffsetsToTransaction(offsets, group);
        producer.commitTransaction();
    }

    /** Sends all records, or fails and sends none: for what is read outside of a group. */
    public void send(List<ProducerRecord<String, byte[]>> records) {
        begin(records);
        producer.commitTransaction();
    }

    private void begin(List<ProducerRecord<String, byte[]>> records) {
        producer.beginTransaction();
        for (var record : records) {
            var _ = producer.send(record); // The commit throws what any of them failed with.
        }
    }

    /** An open transaction is left to the next {@link #open}, which ends it. */
    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
