package org.tumen.crawler.fetch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.tumen.crawler.publish.Publisher;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FetchRequested;
import org.tumen.model.json.UnreadableEventException;
import org.tumen.tracing.Step;
import org.tumen.tracing.Traces;

/** Works on one request, on the lane of its host: it is done, put off, or given to the dead letters with its reason. */
@Component
class FetchWork {

    private static final Logger log = LoggerFactory.getLogger(FetchWork.class);

    private final Map<Class<? extends FetchRequested>, FetchHandler<?>> handlers;
    private final Publisher publisher;
    private final Traces traces;
    private final Counter puttingOff;
    private final Counter deadLetters;

    FetchWork(List<FetchHandler<?>> handlers, Publisher publisher, Traces traces, MeterRegistry meters) {
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(FetchHandler::handles, Function.identity()));
        this.publisher = publisher;
        this.traces = traces;
        this.puttingOff = meters.counter("tumen.crawler.requests.put.off");
        this.deadLetters = meters.counter("tumen.crawler.dead.letters");
    }

    void on(RequestInHand request) {
        if (!request.isOurs()) {
            return; // Its partition went to another instance while it waited on its lane.
        }
        try {
            if (isSettled(request)) {
                Perseverance.with("note what is done", request::done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Not done, so not noted as done: it comes again.
        }
    }

    /** Keeps a request for later. */
    void putOff(RequestInHand request, Instant due) {
        if (!request.isOurs()) {
            return;
        }
        try {
            putOffFor(request, due);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isSettled(RequestInHand request) throws InterruptedException {
        var record = request.record();
        try {
            Perseverance.with(place(record), () -> handle(record));
        } catch (HostRestsException e) {
            putOffFor(request, e.until());
            return false;
        } catch (RuntimeException | Error e) { // Also an Error: one page must not end the lane of its host.
            log.atError().addKeyValue("request", place(record)).setCause(e).log("Giving a request up");
            Perseverance.with("dead letter", () -> bury(record, e));
        }
        return true;
    }

    private void putOffFor(RequestInHand request, Instant due) throws InterruptedException {
        Perseverance.with("put off " + place(request.record()), () -> request.putOff(due));
        puttingOff.increment();
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        Envelope<?> envelope;
        try {
            envelope = EventRecords.read(record);
        } catch (UnreadableEventException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Unreadable request");
            bury(record, e);
            return;
        }
        try (var _ = MDC.putCloseable("traceId", envelope.trace().traceId());
                var step = traces.goOn(name(envelope), envelope.trace())) {
            dispatch(envelope, step);
        }
    }

    private void bury(ConsumerRecord<String, byte[]> record, Throwable failure) {
        publisher.bury(record, failure);
        deadLetters.increment();
    }

    private <E extends FetchRequested> void dispatch(Envelope<?> envelope, Step step) {
        @SuppressWarnings("unchecked") // The map is keyed by the type that its handler handles.
        var handler = (FetchHandler<E>) handlers.get(envelope.event().getClass());
        if (handler == null) {
            throw new IllegalArgumentException(envelope.event().getClass().getSimpleName()
                    + " on tumen.fetches (expected: " + handlers.keySet() + ")");
        }
        @SuppressWarnings("unchecked")
        var typed = (Envelope<E>) envelope;
        step.with("tumen.key", typed.event().key());
        try {
            handler.handle(typed.in(step.trace()));
        } catch (HostRestsException e) {
            step.with("tumen.result", "put off");
            throw e;
        } catch (RuntimeException | Error e) {
            step.failed(e.toString());
            throw e;
        }
    }

    /** As traces show it: {@code work on PageFetchRequested}. */
    private static String name(Envelope<?> envelope) {
        return "work on " + envelope.event().getClass().getSimpleName();
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }
}
