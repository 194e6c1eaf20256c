package org.tumen.crawler.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.tumen.model.Event;
import org.tumen.model.Lane;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

/** Sends events and does not return before all replicas have them. Safe for use by many threads. */
@Component
public class Publisher {

    private static final URI PRODUCER = URI.create("/crawler-service");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaTemplate<String, byte[]> broker;
    private final TopicSetup topics;
    private final Clock clock;

    Publisher(KafkaTemplate<String, byte[]> broker, TopicSetup topics, Clock clock) {
        this.broker = broker;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Sends events that begin a trace each.
     *
     * @throws NotPublishedException when one of them was not accepted; others may have been
     */
    public void publish(List<? extends Event> events) {
        publish(events, Lane.LIVE);
    }

    /** The same on a lane. */
    public void publish(List<? extends Event> events, Lane lane) {
        send(events.stream()
                .map(event -> EventRecords.write(Envelope.first(event, PRODUCER, clock.instant(), lane)))
                .toList());
    }

    /**
     * Sends an event that follows from another, on its lane.
     *
     * @throws NotPublishedException when it was not accepted
     */
    public void publish(Event event, Envelope<?> cause) {
        send(List.of(EventRecords.write(cause.next(event, PRODUCER, clock.instant()))));
    }

    /**
     * Puts a record that cannot be worked on to the dead letters.
     *
     * @throws NotPublishedException when it was not accepted
     */
    public void bury(ConsumerRecord<String, byte[]> record, Throwable failure) {
        send(List.of(DeadLetter.of(record, "crawler-service", failure)));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        topics.await();
        var sent = new ArrayList<CompletableFuture<?>>();
        try {
            for (var record : records) {
                sent.add(broker.send(record));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (KafkaException | org.apache.kafka.common.KafkaException | ExecutionException | TimeoutException e) {
            throw new NotPublishedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublishedException(e);
        }
    }
}
