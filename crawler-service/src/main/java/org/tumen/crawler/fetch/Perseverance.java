package org.tumen.crawler.fetch;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.tumen.crawler.publish.NotPublishedException;

/**
 * Does a piece of work until it is done. While the broker or the database is away it waits for them, however long; what
 * fails for another reason is a fault of the record or of the code and is given up soon.
 */
final class Perseverance {

    private static final Logger log = LoggerFactory.getLogger(Perseverance.class);

    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Perseverance() {}

    /**
     * Does it, again and again if need be.
     *
     * @throws InterruptedException when the service stops
     * @throws HostRestsException at once
     * @throws RuntimeException the failure of the last try
     */
    static void with(String what, Runnable work) throws InterruptedException {
        var pause = FIRST_PAUSE;
        for (var faults = 0; ; ) {
            try {
                work.run();
                return;
            } catch (HostRestsException e) {
                throw e; // No fault, and nothing to wait for here.
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw stopped(e);
                }
                if (!isAway(e) && ++faults == TRIES) {
                    throw e;
                }
                log.atWarn()
                        .addKeyValue("work", what)
                        .addKeyValue("reason", e.toString())
                        .log("Trying again");
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whether the broker or the database is to blame, not the record. */
    private static boolean isAway(RuntimeException failure) {
        return switch (failure) {
            case NotPublishedException unpublished -> !unpublished.isTooLarge();
            case DataIntegrityViolationException _ -> false;
            case DataAccessException _, TransactionException _ -> true;
            default -> false;
        };
    }

    private static InterruptedException stopped(RuntimeException cause) {
        var stopped = new InterruptedException("the service stops");
        stopped.initCause(cause);
        return stopped;
    }
}
