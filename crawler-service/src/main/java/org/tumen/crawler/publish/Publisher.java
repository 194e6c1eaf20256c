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
import java.util.stream.IntStream;
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
import org.tumen.tracing.Step;
import org.tumen.tracing.Traces;

/** Sends events and does not return before all replicas have them. Safe for use by many threads. */
@Component
public class Publisher {

    private static final URI PRODUCER = URI.create("/crawler-service");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaTemplate<String, byte[]> broker;
    private final TopicSetup topics;
    private final Traces traces;
    private final Clock clock;

    Publisher(KafkaTemplate<String, byte[]> broker, TopicSetup topics, Traces traces, Clock clock) {
        this.broker = broker;
        this.topics = topics;
        this.traces = traces;
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
        var steps = events.stream().map(this::begun).toList();
        try {
            send(IntStream.range(0, events.size())
                    .mapToObj(i -> EventRecords.write(new Envelope<Event>(
                            events.get(i),
                            PRODUCER,
                            clock.instant(),
                            steps.get(i).trace(),
                            lane)))
                    .toList());
        } catch (NotPublishedException e) {
            steps.forEach(step -> step.failed(e.toString()));
            throw e;
        } finally {
            steps.forEach(Step::close);
        }
    }

    private Step begun(Event event) {
        return traces.begin("publish " + event.getClass().getSimpleName()).with("tumen.key", event.key());
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
