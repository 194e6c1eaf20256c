package org.tumen.crawler.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import org.tumen.crawler.publish.Publisher;
import org.tumen.crawler.publish.TopicSetup;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FetchRequested;
import org.tumen.model.json.UnreadableEventException;

/**
 * Reads requests and puts each on the lane of its host. A partition that has too many requests in flight is paused, so
 * that they wait on the broker and not in memory.
 */
@Component
class FetchListener implements ConsumerSeekAware, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FetchListener.class);

    private static final String ID = "fetches";
    private static final Duration STOP = Duration.ofSeconds(2);

    private final KafkaListenerEndpointRegistry containers;
    private final TopicSetup topics;
    private final Map<Class<? extends FetchRequested>, FetchHandler<?>> handlers;
    private final Publisher publisher;
    private final Progress progress = new Progress();
    /** Counting and pausing are one step, or a partition is paused after the last of its work was done. */
    private final Object pausing = new Object();

    private final HostLanes lanes = new HostLanes();
    private final int maxInFlight;
    private volatile boolean running;

    FetchListener(
            KafkaListenerEndpointRegistry containers,
            TopicSetup topics,
            List<FetchHandler<?>> handlers,
            Publisher publisher,
            FetchProperties properties,
            MeterRegistry meters) {
        this.containers = containers;
        this.topics = topics;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(FetchHandler::handles, Function.identity()));
        this.publisher = publisher;
        this.maxInFlight = properties.maxInFlight();
    }

    @KafkaListener(
            id = ID,
            topics = {"tumen.fetches", "tumen.fetches.backfill"},
            groupId = "crawler-service",
            autoStartup = "false")
    void receive(ConsumerRecord<String, byte[]> record, Acknowledgment acknowledgment) {
        synchronized (pausing) {
            if (progress.begin(record, acknowledgment) >= maxInFlight) {
                container().pausePartition(new TopicPartition(record.topic(), record.partition()));
            }
        }
        var host = record.key() == null ? "" : record.key();
        lanes.put(host, () -> work(record));
    }

    private void work(ConsumerRecord<String, byte[]> record) {
        if (!progress.isOurs(record)) {
            return; // Its partition went to another instance while it waited on its lane.
        }
        try {
            try {
                Perseverance.with(
                        record.topic() + "/" + record.partition() + "/" + record.offset(), () -> handle(record));
            } catch (RuntimeException | Error e) { // Also an Error: one page must not end the lane of its host.
                log.atError().addKeyValue("offset", record.offset()).setCause(e).log("Giving a request up");
                Perseverance.with("dead letter", () -> publisher.bury(record, e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Not done, so not acknowledged: it comes again.
            return;
        }
        synchronized (pausing) {
            progress.done(record)
                    .filter(inFlight -> inFlight <= maxInFlight / 2)
                    .ifPresent(
                            _ -> container().resumePartition(new TopicPartition(record.topic(), record.partition())));
        }
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        Envelope<?> envelope;
        try {
            envelope = EventRecords.read(record);
        } catch (UnreadableEventException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Unreadable request");
            publisher.bury(record, e);
            return;
        }
        dispatch(envelope);
    }

    private <E extends FetchRequested> void dispatch(Envelope<?> envelope) {
        @SuppressWarnings("unchecked") // The map is keyed by the type that its handler handles.
        var handler = (FetchHandler<E>) handlers.get(envelope.event().getClass());
        if (handler == null) {
            throw new IllegalArgumentException(envelope.event().getClass().getSimpleName()
                    + " on tumen.fetches (expected: " + handlers.keySet() + ")");
        }
        @SuppressWarnings("unchecked")
        var typed = (Envelope<E>) envelope;
        handler.handle(typed);
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        if (partitions != null) {
            partitions.forEach(partition -> {
                progress.forget(partition);
                container().resumePartition(partition); // The container would pause it again when it comes back.
            });
        }
    }

    @Override
    public void start() {
        running = true;
        topics.whenReady(() -> container().start());
    }

    @Override
    public void stop() {
        running = false;
        try {
            lanes.close(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private MessageListenerContainer container() {
        var container = containers.getListenerContainer(ID);
        if (container == null) {
            throw new IllegalStateException("no listener container " + ID);
        }
        return container;
    }
}
