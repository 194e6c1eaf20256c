package org.tumen.bench.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Polls feeds under a virtual clock and measures how long posts wait to be seen. */
final class Replay {

    /** What most feeds show. */
    private static final int SHOWN = 20;

    private final Instant from;
    private final Instant to;

    /** Posts before {@code from} can be in a feed at its first poll; those after it are measured. */
    Replay(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /** What one scheduler does on all feeds. */
    Result run(List<SyntheticFeed> feeds, Supplier<Scheduler> scheduler) {
        var starts = new Random(1);
        var delays = new ArrayList<Long>();
        var requests = 0L;
        var missed = 0L;
        for (var feed : feeds) {
            var schedule = scheduler.get();
            var posts = feed.posts();
            var seen = 0;
            for (var now = from.plusSeconds(starts.nextInt(900)); now.isBefore(to); ) {
                requests++;
                var there = seen;
                while (there < posts.size() && !posts.get(there).isAfter(now)) {
                    there++;
                }
                var shown = posts.subList(Math.max(0, there - SHOWN), there);
                for (var post : posts.subList(seen, there)) {
                    if (post.isBefore(from)) {
                        continue;
                    }
                    if (shown.contains(post)) {
                        delays.add(Duration.between(post, now).toSeconds());
                    } else {
                        missed++;
                    }
                }
                var fresh = posts.subList(Math.max(seen, there - SHOWN), there);
                seen = there;
                now = now.plus(schedule.next(now, fresh, shown));
            }
        }
        return Result.of(delays, requests, missed);
    }

    /**
     * The figures of a table's row.
     *
     * @param mean delay of a post in minutes
     * @param p95 of the delays, in minutes
     * @param requests of all feeds
     * @param perPost requests for each post that was seen
     * @param missed posts that had left their feed before it was polled
     */
    record Result(double mean, double p95, long requests, double perPost, long missed) {

        private static Result of(List<Long> delays, long requests, long missed) {
            var sorted = delays.stream().mapToLong(Long::longValue).sorted().toArray();
            var mean = java.util.Arrays.stream(sorted).average().orElse(0);
            var p95 = sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.95)];
            return new Result(mean / 60, p95 / 60.0, requests, (double) requests / sorted.length, missed);
        }
    }
}
