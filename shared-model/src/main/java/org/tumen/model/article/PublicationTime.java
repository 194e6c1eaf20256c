package org.tumen.model.article;

import java.util.regex.Pattern;

/**
 * When an article's publisher says that it appeared, and where it says so.
 *
 * @param at ISO 8601 as far as it was written, as {@code 2024-07-28T10:00+09:00}: without an offset where no zone was
 *     given, and a day alone where no time was
 * @param source where it was read
 */
public record PublicationTime(String at, PublicationSource source) {

    private static final Pattern ISO_8601 = Pattern.compile(
            "(?:\\d{4}|[+-]\\d{4,9})-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2}(?::\\d{2})?)?)?");

    public PublicationTime {
        if (!ISO_8601.matcher(at).matches()) {
            throw new IllegalArgumentException(
                    "at: " + at + " (expected: ISO 8601, as 2024-07-28, 2024-07-28T10:00 or 2024-07-28T10:00+09:00)");
        }
    }
}
