package org.tumen.crawler.article;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.dateline.WrittenDate;

/**
 * Many sites tell machines the moment of publication in UTC and show readers the clock of their own place. The day that
 * an article is of is the reader's; where the page shows both, the difference between them is the place's offset. Some do
 * the reverse: machines are told a place's clock, and readers are shown UTC.
 */
final class ShownTime {

    /** From Baker Island to Kiribati. */
    private static final Duration WIDEST = Duration.ofHours(14);

    /** All offsets in use are multiples of a quarter of an hour, nearly all of half an hour. */
    private static final int STEP = 30;

    private ShownTime() {}

    /** The same moment by the clock that one of the dates is shown by; unchanged if none agrees with it. */
    static WrittenDate localized(WrittenDate moment, Stream<WrittenDate> shown) {
        if (moment.time() == null || moment.offset() == null) {
            return moment;
        }
        var utc = at(moment, ZoneOffset.UTC);
        boolean isUtc = ZoneOffset.UTC.equals(moment.offset());
        return shown.map(date -> isUtc ? offset(utc, date) : utcIfShown(utc, date))
                .filter(Objects::nonNull)
                .findFirst()
                .map(offset -> at(moment, offset))
                .orElse(moment);
    }

    /** A named offset gives way to the minute alone: what is shown may be the time of a change as well. */
    private static @Nullable ZoneOffset utcIfShown(WrittenDate utc, WrittenDate shown) {
        boolean isShown =
                shown.time() != null && shown.offset() == null && minutes(utc).equals(minutes(shown));
        return isShown ? ZoneOffset.UTC : null;
    }

    private static @Nullable ZoneOffset offset(WrittenDate moment, WrittenDate shown) {
        if (shown.time() == null || shown.offset() != null) {
            return null;
        }
        var difference = Duration.between(minutes(moment), minutes(shown));
        boolean isOffset =
                difference.abs().compareTo(WIDEST) <= 0 && !difference.isZero() && difference.toMinutes() % STEP == 0;
        return isOffset ? ZoneOffset.ofTotalSeconds((int) difference.toSeconds()) : null;
    }

    private static LocalDateTime minutes(WrittenDate date) {
        var time = Objects.requireNonNullElse(date.time(), LocalTime.MIDNIGHT);
        return date.day().atTime(time.getHour(), time.getMinute());
    }

    private static WrittenDate at(WrittenDate moment, ZoneOffset offset) {
        var local = moment.atOffset().withOffsetSameInstant(offset);
        return new WrittenDate(local.toLocalDate(), local.toLocalTime(), offset);
    }
}
