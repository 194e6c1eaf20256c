package org.tumen.alert;

import java.time.Duration;

/**
 * Ends the process some time after it was asked to end, whatever still holds it: Spring's own stop waits for a start that
 * is going on, and a start waits for the database. What was under way is found in the database by the next start.
 */
final class StopLimit {

    /** Longer than an ordinary stop. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private static final int EXIT_CODE_OF_SIGTERM = 143;

    private StopLimit() {}

    static void install() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Thread.ofPlatform().daemon().start(StopLimit::haltInTheEnd)));
    }

    private static void haltInTheEnd() {
        try {
            Thread.sleep(PATIENCE);
            Runtime.getRuntime().halt(EXIT_CODE_OF_SIGTERM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
