package org.tumen.stack.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.tumen.stack.console.StackException;

/** Waits of a trial. */
public final class Trial {

    private Trial() {}

    /** Looks until it is so. */
    public static void await(String what, Duration patience, BooleanSupplier so) {
        var giveUp = Instant.now().plus(patience);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new StackException("waited " + patience.toSeconds() + " s in vain for " + what);
            }
            pause(Duration.ofMillis(20));
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }
}
