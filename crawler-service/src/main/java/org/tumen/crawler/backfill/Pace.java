package org.tumen.crawler.backfill;

/** Holds whoever takes a step to so many a second. */
final class Pace {

    private final long nanosPerStep;
    private long next = System.nanoTime();

    Pace(double stepsPerSecond) {
        this.nanosPerStep = (long) (1e9 / stepsPerSecond);
    }

    void step() throws InterruptedException {
        var now = System.nanoTime();
        if (next - now > 0) {
            Thread.sleep((next - now) / 1_000_000, (int) ((next - now) % 1_000_000));
        }
        next = Math.max(next, now) + nanosPerStep;
    }
}
