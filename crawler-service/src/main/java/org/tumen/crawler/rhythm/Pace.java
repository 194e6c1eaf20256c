package org.tumen.crawler.rhythm;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides when to look again: when the delay of all posts that have probably come since adds up to the patience. For a
 * steady rate this is an interval in proportion to one over the square root of the rate, which is how Sia, Cho and Cho
 * (TKDE 2007) share a number of requests among sources so that the sum of all delays is least.
 *
 * @param shortest never sooner
 * @param longest never later
 * @param patience the summed delay of unseen posts that one request is worth
 */
public record Pace(Duration shortest, Duration longest, Duration patience) {

    private static final Duration STEP = Duration.ofMinutes(1);

    public Pace {
        if (!shortest.isPositive() || longest.compareTo(shortest) < 0) {
            throw new IllegalArgumentException(
                    shortest + ".." + longest + " (expected: a shortest interval above 0 and a longest one not below)");
        }
    }

    /** The interval after a look at that time. */
    public Duration interval(PostingPattern pattern, Instant lookedAt) {
        var step = hours(STEP);
        var limit = hours(patience);
        var unseen = 0.0;
        var delay = 0.0;
        for (var interval = Duration.ZERO; interval.compareTo(longest) < 0; interval = interval.plus(STEP)) {
            unseen += pattern.rate(lookedAt.plus(interval)) * step;
            delay += unseen * step;
            if (delay >= limit && interval.compareTo(shortest) >= 0) {
                return interval;
            }
        }
        return longest;
    }

    private static double hours(Duration duration) {
        return duration.toMillis() / 3_600_000.0;
    }
}
