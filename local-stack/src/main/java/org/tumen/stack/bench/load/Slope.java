package org.tumen.stack.bench.load;

import java.util.List;

/**
 * By how much a value grows in one unit of time: a straight line through samples, by least squares. What is above the line at one
 * moment is mostly above it at the next, and so tells less than two samples would: the interval counts as many samples as are
 * independent (Santer et al., J. Geophys. Res. 105, 2000, 7337; ADR 0041).
 *
 * @param perUnit the estimate
 * @param low the lower end of the interval in which it is with a probability of .95, if what is around the line is chance with a memory
 * @param high the upper end
 * @param mean of the samples
 */
record Slope(double perUnit, double low, double high, double mean) {

    private static final int FEWEST = 3;

    /** What grows by less than this part of itself in an hour takes four days to double; nobody need look at it today. */
    private static final double FLAT = 0.01;

    private static final double NORMAL = 1.96;

    /** What the interval says. */
    enum Verdict {
        FLAT,
        GROWS,
        UNDECIDED
    }

    /**
     * The line.
     *
     * @param samples in the order of their times, which lie as far apart as each other
     * @throws IllegalArgumentException when there are too few of them, or all of one time
     */
    static Slope of(List<Sample> samples) {
        if (samples.size() < FEWEST) {
            throw new IllegalArgumentException("samples: " + samples.size() + " (expected: " + FEWEST + " or more)");
        }
        var at = samples.stream().mapToDouble(Sample::at).average().orElseThrow();
        var mean = samples.stream().mapToDouble(Sample::value).average().orElseThrow();
        var spread = samples.stream().mapToDouble(one -> square(one.at() - at)).sum();
        if (spread == 0) {
            throw new IllegalArgumentException("samples: all at " + at + " (expected: of several times)");
        }
        var slope = samples.stream()
                        .mapToDouble(one -> (one.at() - at) * (one.value() - mean))
                        .sum()
                / spread;
        var around = samples.stream()
                .mapToDouble(one -> one.value() - mean - slope * (one.at() - at))
                .toArray();
        var freedom = Math.max(1, independent(around) - 2);
        var half = student(freedom) * Math.sqrt(squares(around) / freedom / spread);
        return new Slope(slope, slope - half, slope + half, mean);
    }

    /**
     * Where the unit is an hour.
     *
     * @param least a growth that is none for what is small
     */
    Verdict verdict(double least) {
        var limit = Math.max(least, FLAT * mean);
        if (low > limit) {
            return Verdict.GROWS;
        }
        return high <= limit ? Verdict.FLAT : Verdict.UNDECIDED;
    }

    /** How many independent ones tell as much: n (1 - r) / (1 + r), where r is what one keeps of the one before it. */
    private static double independent(double[] around) {
        var count = around.length;
        var products = 0.0;
        for (int i = 1; i < count; i++) {
            products += around[i - 1] * around[i];
        }
        var all = squares(around);
        if (all == 0) {
            return count;
        }
        var measured = products / all;
        // Few samples show too little of it: Marriott and Pope, Biometrika 41, 1954, 390.
        var kept = Math.clamp(measured + (1 + 4 * measured) / count, 0, 0.99);
        return count * (1 - kept) / (1 + kept);
    }

    /** The .975 quantile of Student's t, by the first terms of its series (Abramowitz and Stegun 26.7.5). */
    private static double student(double freedom) {
        return NORMAL
                + (Math.pow(NORMAL, 3) + NORMAL) / (4 * freedom)
                + (5 * Math.pow(NORMAL, 5) + 16 * Math.pow(NORMAL, 3) + 3 * NORMAL) / (96 * square(freedom));
    }

    private static double squares(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += square(value);
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
