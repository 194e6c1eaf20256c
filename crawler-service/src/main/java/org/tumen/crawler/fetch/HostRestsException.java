package org.tumen.crawler.fetch;

import java.time.Instant;

/** A host asked to be left alone for some time. The request was not made, and is to be made when the time is over. */
public final class HostRestsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant until;

    HostRestsException(String host, Instant until) {
        super(host + " asked to be left alone until " + until);
        this.until = until;
    }

    /** When the host may be asked again; the database's time. */
    public Instant until() {
        return until;
    }
}
