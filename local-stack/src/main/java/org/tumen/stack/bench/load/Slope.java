package org.tumen.stack.bench.load;

import java.util.List;

/**
 * By how much a value grows in one unit of time: a straight line through samples, by least squares.
 *
 * @param perUnit the estimate
 * @param low the lower end of the interval in which it is with a probability of .95, if what is around the line is chance
 * @param high the upper end
 * @param mean of the samples
 */
record Slope(double perUnit, double low, double high, double mean) {

    private static final int FEWEST = 3;

    /** What grows by less than this part of itself in an hour takes four days to double; nobody need look at it today. */
    private static final double FLAT = 0.01;

    private static final double NORMAL = 1.96;

    /** @throws IllegalArgumentException when there are too few of them, or all of one time */
    static Slope of(List<Sample> samples) {
        if (samples.size() < FEWEST) {
            throw new IllegalArgumentException("samples: " + samples.size() + " (expected: " + FEWEST + " or more)");
        }
        var count = samples.size();
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
                .mapToDouble(one -> square(one.value() - mean - slope * (one.at() - at)))
                .sum();
        var half = student(count - 2) * Math.sqrt(around / (count - 2) / spread);
        return new Slope(slope, slope - half, slope + half, mean);
    }

    /** Whether nothing says that it grows: where the unit is an hour. */
    boolean isFlat() {
        return low <= FLAT * mean;
    }

    /** The .975 quantile of Student's t, by the first terms of its series (Abramowitz and Stegun 26.7.5). */
    private static double student(int freedom) {
        return NORMAL
                + (Math.pow(NORMAL, 3) + NORMAL) / (4 * freedom)
                + (5 * Math.pow(NORMAL, 5) + 16 * Math.pow(NORMAL, 3) + 3 * NORMAL) / (96 * square(freedom));
    }

    private static double square(double value) {
        return value * value;
    }
}
