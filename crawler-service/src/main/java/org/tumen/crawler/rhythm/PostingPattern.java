package org.tumen.crawler.rhythm;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * How often a feed posts at which hour of a workday and of the weekend. Posts are a Poisson process whose rate depends
 * on the time of day, as Sia, Cho and Cho model them (Efficient Monitoring Algorithm for Fast News Alerts, IEEE TKDE
 * 19(7), 2007), learnt as it goes along and forgotten slowly; on top comes a burst, which fades within hours. Immutable.
 *
 * @param posts for each slot how many were seen; what is older counts for less
 * @param hours for each slot how many hours of it were watched; likewise
 * @param burst the posts of the last hours; what is older counts for less
 * @param until up to when the feed was watched
 */
public record PostingPattern(List<Double> posts, List<Double> hours, double burst, Instant until) {

    private static final int HOURS = 24;
    private static final int SLOTS = 2 * HOURS;
    private static final double HOUR = Duration.ofHours(1).toMillis();

    /** After so many hours a post counts for 1/e: four weeks, so that each weekend is still felt in the next ones. */
    private static final double MEMORY = 4 * 7 * 24;
    /** The same for bursts. */
    private static final double BURST_MEMORY = 1.5;
    /** The part of the rate that a burst explains; chosen with {@code bench schedule}. */
    private static final double BURST_SHARE = 0.3;
    /** What is believed of a feed that nothing is known of: a post a day, with the weight of twelve hours of watching. */
    private static final double PRIOR_POSTS = 0.5;

    private static final double PRIOR_HOURS = 12;
    /** A slot that was watched so many hours is believed as much as the mean of all slots. */
    private static final double SLOT_PRIOR_HOURS = 3;
    /** The longest that is learnt at once: the oldest entries of a feed may be years old. */
    private static final Duration MAX_LEARNT = Duration.ofDays(28);

    public PostingPattern {
        if (posts.size() != SLOTS || hours.size() != SLOTS) {
            throw new IllegalArgumentException("posts, hours: " + posts.size() + ", " + hours.size() + " (expected: "
                    + SLOTS + " each, one for each hour of a workday, then of the weekend)");
        }
        posts = List.copyOf(posts);
        hours = List.copyOf(hours);
    }

    /** Of a feed that nothing is known of. */
    public static PostingPattern unknown(Instant now) {
        return new PostingPattern(Collections.nCopies(SLOTS, 0.0), Collections.nCopies(SLOTS, 0.0), 0, now);
    }

    /** Of a feed that is seen for the first time, by the dates of what is in it. What is older than a month is no news. */
    public static PostingPattern of(Collection<Instant> dates, Instant now) {
        var past = dates.stream().filter(date -> !date.isAfter(now)).toList();
        var oldest = past.stream().min(Instant::compareTo).orElse(now);
        var earliest = now.minus(MAX_LEARNT);
        var recent = past.stream().filter(date -> !date.isBefore(earliest)).toList();
        return unknown(oldest.isBefore(earliest) ? earliest : oldest).learn(recent, now);
    }

    /**
     * The pattern with what was seen since it was made.
     *
     * @param dates of what is new; those before count as now, as they were not there to be seen
     */
    public PostingPattern learn(Collection<Instant> dates, Instant now) {
        if (!now.isAfter(until)) {
            return this;
        }
        var faded = Math.exp(-hoursBetween(until, now) / MEMORY);
        var newPosts =
                new ArrayList<>(posts.stream().map(count -> count * faded).toList());
        var newHours =
                new ArrayList<>(hours.stream().map(count -> count * faded).toList());
        var from = now.minus(MAX_LEARNT).isAfter(until) ? now.minus(MAX_LEARNT) : until;
        for (var at = from; at.isBefore(now); ) {
            var end = nextHour(at).isBefore(now) ? nextHour(at) : now;
            add(newHours, slot(at), hoursBetween(at, end));
            at = end;
        }
        var newBurst = burst * Math.exp(-hoursBetween(until, now) / BURST_MEMORY);
        for (var date : dates) {
            var seen = date.isBefore(from) || date.isAfter(now) ? now : date;
            add(newPosts, slot(seen), 1);
            newBurst += Math.exp(-hoursBetween(seen, now) / BURST_MEMORY);
        }
        return new PostingPattern(newPosts, newHours, newBurst, now);
    }

    /** Posts an hour that are to be expected at that time. */
    public double rate(Instant at) {
        var slot = slot(at);
        var day = slot - slot % HOURS;
        var before = day + (slot + HOURS - 1) % HOURS;
        var after = day + (slot + 1) % HOURS;
        var slotPosts = posts.get(slot) + (posts.get(before) + posts.get(after)) / 2;
        var slotHours = hours.get(slot) + (hours.get(before) + hours.get(after)) / 2;
        var steady = (slotPosts + mean() * SLOT_PRIOR_HOURS) / (slotHours + SLOT_PRIOR_HOURS);
        var faded = Math.exp(-Math.max(0, hoursBetween(until, at)) / BURST_MEMORY);
        return (1 - BURST_SHARE) * steady + BURST_SHARE * faded * burst / BURST_MEMORY;
    }

    /** Posts an hour over all hours. */
    public double mean() {
        return (sum(posts) + PRIOR_POSTS) / (sum(hours) + PRIOR_HOURS);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static void add(List<Double> values, int slot, double more) {
        values.set(slot, values.get(slot) + more);
    }

    private static double hoursBetween(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / HOUR;
    }

    private static Instant nextHour(Instant at) {
        return Instant.ofEpochSecond((at.getEpochSecond() / 3600 + 1) * 3600);
    }

    private static int slot(Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        var day = time.getDayOfWeek();
        var weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return (weekend ? HOURS : 0) + time.getHour();
    }
}
