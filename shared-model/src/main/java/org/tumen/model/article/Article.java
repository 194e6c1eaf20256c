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
 * @param origin the article whose text this one repeats, the first of its copies that was seen; its own id when it is
 *     that first one; null when the text is too short to tell, and in events from before origins were told
 * @param wire the news agency that the text credits, as {@code Yonhap}; null when it credits none
 * @param change how it differs from the revision before; null in revision 1
 * @param publicationTime when it appeared, as page or feed tell; null when neither does, in a revision that tells that the
 *     article was taken down, and in events from before this was told
 */
public record Article(
        ArticleId id,
        int revision,
        Source source,
        URI url,
        String title,
        String text,
        @Nullable String author,
        String language,
        @Nullable ArticleId origin,
        @Nullable String wire,
        @Nullable Change change,
        @Nullable PublicationTime publicationTime) {

    public Article {
        if (revision < 1) {
            throw new IllegalArgumentException("revision: " + revision + " (expected: 1 or more)");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: blank (expected: the article's title)");
        }
    }

    /** A revision that was compared with nothing. */
    public Article(
            ArticleId id,
            int revision,
            Source source,
            URI url,
            String title,
            String text,
            @Nullable String author,
            String language) {
        this(id, revision, source, url, title, text, author, language, null, null, null, null);
    }

    /** Whether its text stood in another article before. */
    public boolean repeatsAnother() {
        return origin != null && !origin.equals(id);
    }
}
