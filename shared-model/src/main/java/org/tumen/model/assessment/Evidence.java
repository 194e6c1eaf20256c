package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.tumen.model.article.Article;

/**
 * The words that a finding rests on.
 *
 * @param part where they stand
 * @param start of the words in that part, in UTF-16 units, zero-based
 * @param end just past the words, in UTF-16 units
 * @param quote the words themselves, exactly as they stand there
 */
public record Evidence(Part part, int start, int end, String quote) {

    /** A part of an article. */
    public enum Part {
        @JsonProperty("title")
        TITLE,
        @JsonProperty("text")
        TEXT
    }

    public Evidence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("evidence: " + start + " to " + end + " (expected: 0 <= start < end)");
        }
        if (quote.length() != end - start) {
            throw new IllegalArgumentException("evidence: a quote of " + quote.length() + " units at " + start + " to "
                    + end + " (expected: " + (end - start) + " units)");
        }
    }

    /** Quotes a span of the part; throws {@link IndexOutOfBoundsException} for a span outside of it. */
    public static Evidence quoting(Article article, Part part, int start, int end) {
        return new Evidence(part, start, end, textOf(article, part).substring(start, end));
    }

    /** Whether the article has these words at this place. */
    public boolean standsIn(Article article) {
        return textOf(article, part).startsWith(quote, start);
    }

    private static String textOf(Article article, Part part) {
        return switch (part) {
            case TITLE -> article.title();
            case TEXT -> article.text();
        };
    }
}
