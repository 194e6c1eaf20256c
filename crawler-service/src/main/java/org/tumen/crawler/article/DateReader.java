package org.tumen.crawler.article;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.dateline.WrittenDate;
import org.tumen.crawler.dateline.WrittenDate.Order;

/** Reads dates as one page writes them, and believes only those on which an article can have been published. */
final class DateReader {

    /** The first news site went online in 1993; earlier dates are birthdays and template defaults. */
    private static final int FIRST_YEAR = 1993;

    private final Order order;
    private final LocalDate latest;

    /**
     * @param language BCP 47; null when unknown
     * @param today in UTC; somewhere it is tomorrow already
     */
    DateReader(@Nullable String language, LocalDate today) {
        // Only American English puts the month first; pages that say just "en" are mostly American.
        this.order = language == null || language.startsWith("en") ? Order.MONTH_FIRST : Order.DAY_FIRST;
        this.latest = today.plusDays(1);
    }

    Optional<WrittenDate> read(@Nullable String text) {
        return text == null ? Optional.empty() : plausible(WrittenDate.in(plain(text), order));
    }

    Optional<WrittenDate> plausible(Optional<WrittenDate> date) {
        return date.filter(written ->
                written.day().getYear() >= FIRST_YEAR && !written.day().isAfter(latest));
    }

    /** Japanese papers write digits as wide as letters. */
    private static String plain(String text) {
        return text.chars().anyMatch(c -> c >= '０' && c <= '９')
                ? Normalizer.normalize(text, Normalizer.Form.NFKC)
                : text;
    }
}
