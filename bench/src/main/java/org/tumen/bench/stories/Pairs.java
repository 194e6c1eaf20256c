package org.tumen.bench.stories;

import java.util.List;
import java.util.function.Function;

/** Pairs of items that were put together, and should have been. */
record Pairs(int hits, int falseAlarms, int misses) {

    static Pairs of(List<StoryItem> items, Function<StoryItem, String> storyOf) {
        var hits = 0;
        var falseAlarms = 0;
        var misses = 0;
        for (var i = 0; i < items.size(); i++) {
            for (var j = i + 1; j < items.size(); j++) {
                var together = storyOf.apply(items.get(i)).equals(storyOf.apply(items.get(j)));
                var right = items.get(i).story().equals(items.get(j).story());
                hits += together && right ? 1 : 0;
                falseAlarms += together && !right ? 1 : 0;
                misses += !together && right ? 1 : 0;
            }
        }
        return new Pairs(hits, falseAlarms, misses);
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

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
