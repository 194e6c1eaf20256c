package org.tumen.bench.queries;

import java.util.Arrays;

/** So many durations, in nanoseconds. */
final class Times {

    private final long[] all;
    private int size;

    Times(int most) {
        all = new long[most];
    }

    void add(long nanos) {
        all[size++] = nanos;
    }

    long percentile(int percent) {
        var sorted = Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(size * percent / 100.0) - 1)];
    }
}
