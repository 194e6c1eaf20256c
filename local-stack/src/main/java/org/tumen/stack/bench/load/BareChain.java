package org.tumen.stack.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that a chain of three topics and a webhook can do: what comes on one topic is put on the next, and posted from the
 * last. Nothing is looked at or kept, and what cannot be posted is lost.
 */
final class BareChain {

    /** In the order of the way. */
    static final List<String> TOPICS = List.of("bare-1", "bare-2", "bare-3");

    private BareChain() {}

    /** What is done with a record. */
    private interface Step {
        void take(ConsumerRecord<byte[], byte[]> record) throws IOException, InterruptedException;
    }

    /**
     * Runs until it is ended.
     *
     * @param arguments the broker, where to post
     */
    public static void main(String[] arguments) {
        var broker = arguments[0];
        var producer = producer(broker);
        for (var hop = 1; hop < TOPICS.size(); hop++) {
            var next = TOPICS.get(hop);
            start(broker, TOPICS.get(hop - 1), record -> {
                var _ = producer.send(new ProducerRecord<>(next, record.key(), record.value()));
            });
        }
        var address = URI.create(arguments[1]);
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        start(broker, TOPICS.getLast(), record -> {
            var request = HttpRequest.newBuilder(address)
                    .POST(BodyPublishers.ofByteArray(record.value()))
                    .build();
            client.send(request, BodyHandlers.discarding());
        });
    }

    static KafkaProducer<byte[], byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "linger.ms", "0"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void start(String broker, String topic, Step step) {
        Thread.ofPlatform().name(topic).start(() -> {
            var settings = Map.<String, Object>of(
                    "bootstrap.servers", broker, "group.id", topic, "auto.offset.reset", "earliest");
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (true) {
                    for (var record : consumer.poll(Duration.ofSeconds(1))) {
                        step.take(record);
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException("cannot post", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
