package org.tumen.model.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.Source;

/**
 * One revision of an article, as Tumen stores it. Evidence points into {@code title} and {@code text}, so neither is
 * ever changed after it was published.
 *
 * @param id of the article, the same in all its revisions
 * @param revision 1 for the first text seen, then counting up
 * @param source the outlet
 * @param url the canonical address
 * @param title plain text, never blank
 * @param text plain text, paragraphs separated by one line feed; empty when the page had none
 * @param author null when neither page nor feed names one
 * @param language BCP 47 primary language as page or feed declare it, lower case; {@code und} when neither does
 */
public record Article(
        ArticleId id,
        int revision,
        Source source,
        URI url,
        String title,
        String text,
        @Nullable String author,
        String language) {

    public Article {
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: 1 or more)");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: blank (expected: the article's title)");
        }
    }
}
