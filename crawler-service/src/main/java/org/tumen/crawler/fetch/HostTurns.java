package org.tumen.crawler.fetch;

import java.time.Duration;

/** Lets one request at a time go to a host, with a pause after it. */
interface HostTurns {

    /**
     * Waits until it is this caller's turn.
     *
     * @param host lower case
     * @param pause the least time from the end of the turn to the beginning of the next one, whoever takes it
     * @throws HostRestsException when the host asked to be left alone, which is nothing to wait for here
     */
    Turn take(String host, Duration pause);

    /** For a process that asks for one thing after the other and is alone. */
    static HostTurns alone() {
        return (_, pause) -> new Turn() {
            @Override
            public void rest(Duration asked) {}

            @Override
            public void close() {
                sleep(pause);
            }
        };
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

        /** The host asked to be left alone for so long, by everybody. */
        void rest(Duration asked);

        @Override
        void close();
    }
}
