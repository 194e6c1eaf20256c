package org.tumen.model.envelope;

import java.net.URI;
import java.time.Instant;
import org.tumen.model.Event;

/**
 * An event as it travels: with the CloudEvents attributes and the trace that its record's headers carry.
 *
 * @param event what happened
 * @param producer the service that published it, as a CloudEvents {@code source}: {@code /crawler-service}
 * @param time when it was published, UTC
 * @param trace the step of the trace that published it
 */
public record Envelope<E extends Event>(E event, URI producer, Instant time, TraceParent trace) {

    /** An event that begins a trace. */
    public static <E extends Event> Envelope<E> first(E event, URI producer, Instant time) {
        return new Envelope<>(event, producer, time, TraceParent.start());
    }

    /** An event that follows from this one. */
    public <N extends Event> Envelope<N> next(N event, URI producer, Instant time) {
        return new Envelope<>(event, producer, time, trace.next());
    }
}
