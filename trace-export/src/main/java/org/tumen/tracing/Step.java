package org.tumen.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;
import org.tumen.model.envelope.TraceParent;

/** A step on the way of an article, from when it is taken up until it is closed. For the thread that took it up. */
public final class Step implements AutoCloseable {

    private final @Nullable Span span;
    private final TraceParent trace;

    Step(@Nullable Span span, TraceParent trace) {
        this.span = span;
        this.trace = trace;
    }

    /** What follows from it carries this. */
    public TraceParent trace() {
        return trace;
    }

    /**
     * Says more of it.
     *
     * @param value null where there is nothing to say
     */
    public Step with(String name, @Nullable String value) {
        if (span != null && value != null) {
            span.setAttribute(name, value);
        }
        return this;
    }

    /** It did not come to its end. */
    public void failed(String why) {
        if (span != null) {
            span.setStatus(StatusCode.ERROR, why);
        }
    }

    @Override
    public void close() {
        if (span != null) {
            span.end();
        }
    }
}
