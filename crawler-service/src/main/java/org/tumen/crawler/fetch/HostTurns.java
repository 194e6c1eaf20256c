package org.tumen.crawler.fetch;

import java.time.Duration;

/** Lets one request at a time go to a host, with a pause after it. */
interface HostTurns {

    /**
     * Waits until it is this caller's turn.
     *
     * @param host lower case
     * @param pause the least time from the end of the turn to the beginning of the next one, whoever takes it
     */
    Turn take(String host, Duration pause);

    /** For a process that asks for one thing after the other and is alone. */
    static HostTurns alone() {
        return (_, pause) -> () -> sleep(pause);
    }

    /** Waits; when the service stops it leaves the interrupt to be seen by the caller's caller. */
    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a host", e);
        }
    }

    /** The right to make one request. */
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }
}
