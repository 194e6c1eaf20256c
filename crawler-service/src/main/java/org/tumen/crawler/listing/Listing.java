package org.tumen.crawler.listing;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.FeedListing;

/**
 * How the entries of a page are found on it. All but the first selector count within an item.
 *
 * @param item one element for each entry
 * @param link with the address of the entry's page; null for the item itself, or the first link in it
 * @param title null for the words of the link
 * @param summary null for none
 * @param date null for none
 * @param dateFormat of that date, a pattern of {@link DateTimeFormatter}, as {@code dd.MM.yyyy[ HH:mm]}; brackets around the
 *     whole, as in {@code [yyyy.MM.dd.]}, are meant as they stand; null for any notation that Tumen reads by itself
 * @param zone of dates that do not name theirs, as {@code Asia/Pyongyang}; null for UTC
 */
public record Listing(
        CssSelector item,
        @Nullable CssSelector link,
        @Nullable CssSelector title,
        @Nullable CssSelector summary,
        @Nullable CssSelector date,
        @Nullable String dateFormat,
        @Nullable String zone) {

    /** In a pattern brackets hold what may be missing, which can not be all of it. */
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\[\\]]+)]");

    public Listing {
        if (dateFormat != null) {
            var format = dateFormat;
            require("dateFormat", format, "a pattern as dd.MM.yyyy HH:mm", problem(() -> formatter(format)));
        }
        if (zone != null) {
            var name = zone;
            require("zone", name, "a time zone, as Asia/Pyongyang or +09:00", problem(() -> ZoneId.of(name)));
        }
        if (date == null && (dateFormat != null || zone != null)) {
            throw new IllegalArgumentException("date: missing (expected: where the date stands that dateFormat and zone"
                    + " speak of, as span.date)");
        }
    }

    /**
     * As somebody asked for it beside the files.
     *
     * @throws IllegalArgumentException naming the field, its value and what was expected
     */
    public static Listing of(FeedListing asked) {
        return new Listing(
                selector("item", asked.item()),
                optional("link", asked.link()),
                optional("title", asked.title()),
                optional("summary", asked.summary()),
                optional("date", asked.date()),
                asked.dateFormat(),
                asked.zone());
    }

    private static @Nullable CssSelector optional(String field, @Nullable String css) {
        return css == null ? null : selector(field, css);
    }

    private static CssSelector selector(String field, String css) {
        try {
            return new CssSelector(css);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("listing." + field + ": " + e.getMessage(), e);
        }
    }

    ZoneId zoneId() {
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }

    /** Not to be asked for without a format. */
    DateTimeFormatter formatter() {
        return formatter(Objects.requireNonNull(dateFormat));
    }

    private static DateTimeFormatter formatter(String pattern) {
        var literal = IN_BRACKETS.matcher(pattern);
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(literal.matches() ? "'['" + literal.group(1) + "']'" : pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static @Nullable String problem(Supplier<?> reading) {
        try {
            Objects.requireNonNull(reading.get());
            return null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return e.getMessage();
        }
    }

    private static void require(String field, String value, String expected, @Nullable String problem) {
        if (problem != null) {
            throw new IllegalArgumentException(
                    field + ": \"" + value + "\" (expected: " + expected + "; " + problem + ")");
        }
    }
}
