package org.tumen.model.start;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start that the database leaves in the middle is begun again. The migrations wait for a database that comes later; what
 * comes after them asks it once, in many places, and each of these would end the service.
 */
public final class PatientStart {

    private static final Logger log = LoggerFactory.getLogger(PatientStart.class);

    /** Since the first time that the database went away in a start. Waiting for it before it is there has no end. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private final Pause pause;

    /** @param nanos as {@link System#nanoTime} counts them: the clock may be set meanwhile */
    PatientStart(LongSupplier nanos, Pause pause) {
        this.nanos = nanos;
        this.pause = pause;
    }

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws InterruptedException;
    }

    /**
     * Starts, and begins again for ten minutes at most.
     *
     * @throws RuntimeException the start's own, when something else is wrong or the time is over
     */
    public static void of(Runnable start) throws InterruptedException {
        new PatientStart(System::nanoTime, Thread::sleep).run(start);
    }

    void run(Runnable start) throws InterruptedException {
        @Nullable Long firstFailure = null;
        while (true) {
            try {
                start.run();
                return;
            } catch (RuntimeException e) {
                var reason = DatabaseAway.in(e);
                var now = nanos.getAsLong();
                firstFailure = firstFailure == null ? now : firstFailure;
                var left = PATIENCE.minusNanos(now - firstFailure);
                if (reason == null || left.isNegative()) {
                    throw e;
                }
                log.atWarn()
                        .addKeyValue("reason", reason)
                        .addKeyValue("givesUpInSeconds", left.toSeconds())
                        .log("The database went away during the start, which is begun again");
                pause.take(PAUSE);
            }
        }
    }
}
