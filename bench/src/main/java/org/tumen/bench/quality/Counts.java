package org.tumen.bench.quality;

import java.util.Set;

/** Hits, false alarms and misses, added up over items. */
record Counts(int hits, int falseAlarms, int misses) {

    static final Counts NONE = new Counts(0, 0, 0);

    static Counts of(Set<String> found, Set<String> expected) {
        var hits = (int) found.stream().filter(expected::contains).count();
        return new Counts(hits, found.size() - hits, expected.size() - hits);
    }

    Counts and(Counts more) {
        return new Counts(hits + more.hits, falseAlarms + more.falseAlarms, misses + more.misses);
    }

    double precision() {
        return ratio(hits, hits + falseAlarms);
    }

    double recall() {
        return ratio(hits, hits + misses);
    }

    double f1() {
        return ratio(2 * hits, 2 * hits + falseAlarms + misses);
    }

    static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
