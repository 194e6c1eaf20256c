package org.tumen.alert.timing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Hours in which nothing is sent.
 *
 * @param from first minute
 * @param to first minute after them, on the next day when it is not after {@code from}
 * @param zone whose clock that is. A time that a change of the clock skips is as much later (as java.time has it); of one
 *     that it brings twice, quiet begins at the first and ends at the second
 * @param days on which they begin; with {@code from = to} not all seven, or they would never end
 */
record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Set<DayOfWeek> days) {

    QuietHours {
        days = Set.copyOf(days);
    }

    /** When it is quiet no more; empty when it is not quiet at this time. */
    Optional<Instant> endAt(Instant time) {
        var end = endOfThoseAt(time);
        var last = end;
        while (end.isPresent()) { // Hours that begin where others end prolong them.
            last = end;
            end = endOfThoseAt(end.get());
        }
        return last;
    }

    String words(Instant time) {
        return Clocks.words(time, zone);
    }

    private Optional<Instant> endOfThoseAt(Instant time) {
        var today = time.atZone(zone).toLocalDate();
        return endAt(time, today).or(() -> endAt(time, today.minusDays(1)));
    }

    private Optional<Instant> endAt(Instant time, LocalDate day) {
        if (!days.contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        var start = day.atTime(from).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
        var lastDay = to.isAfter(from) ? day : day.plusDays(1);
        var end = lastDay.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
        return !time.isBefore(start) && time.isBefore(end) ? Optional.of(end) : Optional.empty();
    }
}
