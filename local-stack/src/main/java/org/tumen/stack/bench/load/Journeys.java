package org.tumen.stack.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** When each article was seen where for the first time. Safe for use by many threads. */
final class Journeys {

    private final Map<Point, Map<Integer, Instant>> seen = new EnumMap<>(Point.class);
    private final Map<Point, LongAdder> counts = new EnumMap<>(Point.class);
    private final LongAdder telling = new LongAdder();
    private final LongAdder again = new LongAdder();

    Journeys() {
        for (var point : Point.values()) {
            seen.put(point, new ConcurrentHashMap<>());
            counts.put(point, new LongAdder());
        }
    }

    void saw(int article, Point point) {
        if (at(point).putIfAbsent(article, Instant.now()) == null) {
            counter(point).increment();
        } else {
            again.increment();
        }
    }

    /** The assessment of one that tells something, of which an alert must come. */
    void sawTelling(int article) {
        if (!at(Point.ASSESSMENT).containsKey(article)) {
            telling.increment();
        }
        saw(article, Point.ASSESSMENT);
    }

    /** How many were seen there. */
    long count(Point point) {
        return counter(point).sum();
    }

    long telling() {
        return telling.sum();
    }

    /** Seen at one point more than once. */
    long again() {
        return again.sum();
    }

    /** Published and not assessed yet. */
    long unassessed() {
        return counter(Point.PUBLISHED).sum() - counter(Point.ASSESSMENT).sum();
    }

    /** Assessed as telling something, and not accepted as an alert yet. */
    long untold() {
        return telling.sum() - counter(Point.ACCEPTED).sum();
    }

    /**
     * How long the way between two points took for those that were published in this time, in milliseconds, shortest first;
     * of those that have made it.
     */
    List<Double> between(Point from, Point to, Instant begin, Instant end) {
        var starts = at(from);
        var ends = at(to);
        return at(Point.PUBLISHED).entrySet().stream()
                .filter(one -> !one.getValue().isBefore(begin) && one.getValue().isBefore(end))
                .map(Map.Entry::getKey)
                .filter(number -> starts.containsKey(number) && ends.containsKey(number))
                .map(number -> millis(starts.get(number), ends.get(number)))
                .sorted()
                .toList();
    }

    /** Forgets those that were published before; counts stay. */
    void forget(Instant before) {
        at(Point.PUBLISHED).entrySet().stream()
                .filter(one -> one.getValue().isBefore(before))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(number -> seen.values().forEach(times -> times.remove(number)));
    }

    private static double millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? Double.NaN
                : Duration.between(from, to).toNanos() / 1e6;
    }

    private Map<Integer, Instant> at(Point point) {
        return Objects.requireNonNull(seen.get(point));
    }

    private LongAdder counter(Point point) {
        return Objects.requireNonNull(counts.get(point));
    }
}
