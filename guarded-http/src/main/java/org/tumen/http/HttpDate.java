package org.tumen.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates in header fields, in the three forms that a recipient has to understand (RFC 9110 section 5.6.7). */
public final class HttpDate {

    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private HttpDate() {}

    /** The instant that a field means; empty when it is absent or none of the three forms. */
    public static Optional<Instant> parse(@Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        var text = field.strip();
        return usual(text).or(() -> rfc850(text)).or(() -> asctime(text));
    }

    private static Optional<Instant> usual(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Its year has two digits: the one that is not more than fifty years ahead. */
    private static Optional<Instant> rfc850(String text) {
        var format = new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(49))
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
        return local(text, format);
    }

    private static Optional<Instant> asctime(String text) {
        return local(text, ASCTIME);
    }

    private static Optional<Instant> local(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
