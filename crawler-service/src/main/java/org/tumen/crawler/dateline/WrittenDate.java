package org.tumen.crawler.dateline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as far as it was written down.
 *
 * @param time null when only the day was given
 * @param offset null when no zone was given
 */
public record WrittenDate(
        LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /** Which number comes first in 03/04/2025. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** Finds the first date in a text, such as a feed's {@code pubDate} or a page's dateline. */
    public static Optional<WrittenDate> in(String text) {
        return in(text, Order.DAY_FIRST);
    }

    public static Optional<WrittenDate> in(String text, Order order) {
        return DatePatterns.first(text.length() > 300 ? text.substring(0, 300) : text, order);
    }

    static WrittenDate of(Instant instant) {
        var utc = instant.atOffset(ZoneOffset.UTC);
        return new WrittenDate(utc.toLocalDate(), utc.toLocalTime(), ZoneOffset.UTC);
    }

    /** Midnight and UTC stand in for what was not written. */
    public OffsetDateTime atOffset() {
        return OffsetDateTime.of(
                day, time == null ? LocalTime.MIDNIGHT : time, offset == null ? ZoneOffset.UTC : offset);
    }

    /** ISO 8601 as far as it was written; an offset without a time says nothing. */
    public String iso() {
        return day + (time == null ? "" : "T" + time + (offset == null ? "" : offset));
    }

    public Instant instant() {
        return atOffset().toInstant();
    }
}
