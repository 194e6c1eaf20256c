package org.tumen.stack.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/** Puts assessments on the topic at an even pace, on a thread of its own, until it is closed. */
final class Publisher implements AutoCloseable {

    private static final URI PRODUCER = URI.create("/trial");

    private final KafkaProducer<String, byte[]> producer;
    private final Duration gap;
    private final IntConsumer sending;
    private final IntConsumer acknowledged;
    private final Thread thread;
    private volatile boolean running = true;

    private Publisher(
            KafkaProducer<String, byte[]> producer, Duration gap, IntConsumer sending, IntConsumer acknowledged) {
        this.producer = producer;
        this.gap = gap;
        this.sending = sending;
        this.acknowledged = acknowledged;
        this.thread = Thread.ofPlatform().name("publisher").start(this::run);
    }

    /**
     * Begins.
     *
     * @param sending told the number of each assessment right before it is sent
     * @param acknowledged told the number of each assessment that the broker has acknowledged
     */
    static Publisher start(String bootstrapServers, double perSecond, IntConsumer sending, IntConsumer acknowledged) {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        return new Publisher(producer, Duration.ofNanos((long) (1e9 / perSecond)), sending, acknowledged);
    }

    private void run() {
        var next = Instant.now();
        for (var i = 0; running; i++) {
            var number = i;
            var now = Instant.now();
            var record = EventRecords.write(Envelope.first(MadeUpNews.number(number, now), PRODUCER, now));
            sending.accept(number);
            var _ = producer.send(record, (_, failure) -> {
                if (failure == null) {
                    acknowledged.accept(number);
                }
            });
            next = next.plus(gap);
            var left = Duration.between(Instant.now(), next);
            if (left.isPositive()) {
                Trial.pause(left);
            }
        }
    }

    /** Returns when all that was sent is acknowledged or has failed. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
