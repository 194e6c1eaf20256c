package org.tumen.model.json;

import org.jspecify.annotations.Nullable;

/** A record on a topic is not the event that it should be; it belongs to the dead letters. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
