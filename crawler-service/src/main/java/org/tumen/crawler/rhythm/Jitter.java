package org.tumen.crawler.rhythm;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Spreads out what would come together: a delay {@code d} becomes {@code d × (1 + 0.1 u)}, with {@code u} uniform in
 * [0, 1). Never sooner than was asked for, five per cent later on average; of two feeds with the same interval each poll
 * moves the one against the other by four per cent of it (the standard deviation of the difference, 0.1 / √6), so they
 * do not march in step for long.
 *
 * @param random gives {@code u}
 */
public record Jitter(DoubleSupplier random) {

    private static final double SHARE = 0.1;

    /** Of chance. */
    public static Jitter ofChance() {
        return new Jitter(() -> ThreadLocalRandom.current().nextDouble());
    }

    /** The delay with its jitter. */
    public Duration on(Duration delay) {
        return delay.plusMillis((long) (delay.toMillis() * SHARE * random.getAsDouble()));
    }
}
