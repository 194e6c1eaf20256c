package org.tumen.bench.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.rhythm.Pace;
import org.tumen.crawler.rhythm.PostingPattern;

/** The ways to schedule that are compared; all but the fixed one keep between the same floor and ceiling. */
final class Schedulers {

    private static final Duration WEEK = Duration.ofDays(7);

    private Schedulers() {}

    static Scheduler fixed(Duration interval) {
        return (_, _, _) -> interval;
    }

    /** miniflux, SCHEDULER_ENTRY_FREQUENCY: a week divided by the posts of the last week and a factor. */
    static Scheduler entryFrequency(Duration floor, Duration ceiling, double factor) {
        return new Scheduler() {
            private final ArrayDeque<Instant> lastWeek = new ArrayDeque<>();

            @Override
            public Duration next(Instant now, List<Instant> fresh, List<Instant> shown) {
                lastWeek.addAll(fresh);
                lastWeek.removeIf(post -> post.isBefore(now.minus(WEEK)));
                var millis = lastWeek.isEmpty() ? ceiling.toMillis() : WEEK.toMillis() / (lastWeek.size() * factor);
                return within(Duration.ofMillis((long) millis), floor, ceiling);
            }
        };
    }

    /** Common Crawl's news-crawl, scheduler.adaptive: shorter when there was something new, else longer. */
    static Scheduler multiplicative(Duration floor, Duration ceiling, double shorter, double longer) {
        return new Scheduler() {
            private Duration interval = Duration.ofMinutes(15);

            @Override
            public Duration next(Instant now, List<Instant> fresh, List<Instant> shown) {
                var factor = fresh.isEmpty() ? longer : shorter;
                interval = within(Duration.ofMillis((long) (interval.toMillis() * factor)), floor, ceiling);
                return interval;
            }
        };
    }

    /** Tumen's own: the pattern of posts over the day, after Sia, Cho and Cho. */
    static Scheduler pattern(Duration floor, Duration ceiling, Duration patience) {
        var pace = new Pace(floor, ceiling, patience);
        return new Scheduler() {
            private @Nullable PostingPattern pattern;

            @Override
            public Duration next(Instant now, List<Instant> fresh, List<Instant> shown) {
                var known = pattern;
                var next = known == null ? PostingPattern.of(shown, now) : known.learn(fresh, now);
                pattern = next;
                return pace.interval(next, now);
            }
        };
    }

    private static Duration within(Duration interval, Duration floor, Duration ceiling) {
        return interval.compareTo(floor) < 0 ? floor : interval.compareTo(ceiling) > 0 ? ceiling : interval;
    }
}
