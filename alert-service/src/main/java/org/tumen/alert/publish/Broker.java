package org.tumen.alert.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.tumen.model.Event;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.TraceParent;

/** Sends records, and waits for the word that they are there. */
@Component
class Broker {

    private static final URI PRODUCER = URI.create("/alert-service");
    private static final Duration LONGEST_SEND = Duration.ofSeconds(15);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Clock clock;

    Broker(KafkaTemplate<String, byte[]> kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    Future<?> send(Event event, TraceParent trace) {
        return send(EventRecords.write(new Envelope<>(event, PRODUCER, clock.instant(), trace)));
    }

    Future<?> send(ProducerRecord<String, byte[]> record) {
        return kafka.send(record);
    }

    /** @throws IllegalStateException when it is not confirmed; its root says why */
    static void confirm(Future<?> sent) {
        try {
            sent.get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the broker confirmed", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not confirmed by the broker: " + e.getMessage(), e);
        }
    }
}
