package org.tumen.alert.expectation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.tumen.alert.calendar.Occasion;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.feed.FeedId;

/**
 * That somebody does something on an occasion, every year.
 *
 * @param what is expected, in words
 * @param signals of which any one, in this direction between the two, is it; the usual one first
 * @param zone in which the day begins
 * @param within how long after its beginning
 * @param feeds that would tell of it
 * @param leastAlive of them that have to be alive for their silence to mean anything
 * @param source on what it rests, in words
 */
record Expectation(
        String id,
        Occasion occasion,
        String what,
        List<SignalId> signals,
        Dyad dyad,
        ZoneId zone,
        Duration within,
        Set<FeedId> feeds,
        int leastAlive,
        String source) {

    /** A greeting may be told the day before. */
    private static final Duration BEFORE = Duration.ofDays(1);

    Expectation {
        signals = List.copyOf(signals);
        feeds = Set.copyOf(feeds);
    }

    /**
     * Watching for it in one year.
     *
     * @param day of the occasion
     * @param from when it may be seen
     * @param deadline by when it should have been
     */
    record Watch(LocalDate day, Instant from, Instant deadline) {}

    /** The watch in the calendar year of the occasion, whatever year it is when the time is over. */
    Watch in(int year) {
        var day = occasion.in(year);
        var start = day.atStartOfDay(zone).toInstant();
        return new Watch(day, start.minus(BEFORE), start.plus(within).truncatedTo(ChronoUnit.SECONDS));
    }
}
