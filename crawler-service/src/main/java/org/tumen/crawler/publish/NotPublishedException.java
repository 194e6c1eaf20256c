package org.tumen.crawler.publish;

import org.apache.kafka.common.errors.RecordTooLargeException;

/** The broker did not accept an event. Unless the event is too large, the same may work later. */
public final class NotPublishedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPublishedException(Throwable cause) {
        super("not published: " + cause.getMessage(), cause);
    }

    /** Whether no other try can help: the record is larger than a topic takes. */
    public boolean isTooLarge() {
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return true;
            }
        }
        return false;
    }
}
