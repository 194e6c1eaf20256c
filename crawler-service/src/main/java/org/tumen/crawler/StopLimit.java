package org.tumen.crawler;

import java.time.Duration;

/**
 * Ends the process some time after it was asked to end, whatever still holds it. Spring's own shutdown waits for a start
 * that is going on, and a start waits for the database as long as that takes; nothing is lost by ending in between. The
 * alert service has the like, and a printer of configuration faults: what services share has a subject of its own (events,
 * seed files, outbound HTTP), and how a process of Spring begins and ends is none that a fourth module is worth.
 */
final class StopLimit {

    /** Longer than all phases of an ordinary stop together. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int EXIT_CODE_OF_SIGTERM = 143;

    private StopLimit() {}

    static void install() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() ->
                        Thread.ofPlatform().daemon().name("stop-limit").start(StopLimit::haltWhenItTakesTooLong)));
    }

    private static void haltWhenItTakesTooLong() {
        try {
            Thread.sleep(PATIENCE);
            Runtime.getRuntime().halt(EXIT_CODE_OF_SIGTERM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
