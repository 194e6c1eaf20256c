package org.tumen.model.envelope;

import java.net.URI;
import java.time.Instant;
import org.tumen.model.Event;
import org.tumen.model.Lane;

/**
 * An event as it travels: with the CloudEvents attributes and the trace that its record's headers carry.
 *
 * @param event what happened
 * @param producer the service that published it, as a CloudEvents {@code source}: {@code /crawler-service}
 * @param time when it was published, UTC
 * @param trace the step of the trace that published it, or that works on it ({@link #in})
 * @param lane the lane of its topic; what follows from it stays there
 */
public record Envelope<E extends Event>(E event, URI producer, Instant time, TraceParent trace, Lane lane) {

    /** On the lane of what is new. */
    public Envelope(E event, URI producer, Instant time, TraceParent trace) {
        this(event, producer, time, trace, Lane.LIVE);
    }

    /** An event that begins a trace. */
    public static <E extends Event> Envelope<E> first(E event, URI producer, Instant time) {
        return first(event, producer, time, Lane.LIVE);
    }

    /** An event that begins a trace on this lane. */
    public static <E extends Event> Envelope<E> first(E event, URI producer, Instant time, Lane lane) {
        return new Envelope<>(event, producer, time, TraceParent.start(), lane);
    }

    /**
     * The same event in the hands of whoever works on it: what follows from it is published by this step.
     *
     * @param step of the same trace
     */
    public Envelope<E> in(TraceParent step) {
        return new Envelope<>(event, producer, time, step, lane);
    }

    /** An event that follows from this one, on the same lane, published by the step that works on it. */
    public <N extends Event> Envelope<N> next(N event, URI producer, Instant time) {
        return new Envelope<>(event, producer, time, trace, lane);
    }
}
