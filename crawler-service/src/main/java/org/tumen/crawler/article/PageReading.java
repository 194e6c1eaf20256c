package org.tumen.crawler.article;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.PublicationTime;

/** What came of reading a body as an article's page. */
public sealed interface PageReading {

    /**
     * An article.
     *
     * @param title plain text without the site's name
     * @param text plain text, paragraphs separated by one line feed
     * @param author one or more names, separated by commas
     * @param publishedAt as the page gives it; midnight and UTC stand in for what it does not give
     * @param publicationTime the same as far as it was written, and where; null where the date came from elsewhere
     * @param language BCP 47 primary language, lower case
     * @param canonicalUrl as the page declares it, absolute
     */
    record ArticlePage(
            String title,
            String text,
            @Nullable String author,
            @Nullable OffsetDateTime publishedAt,
            @Nullable PublicationTime publicationTime,
            @Nullable String language,
            @Nullable URI canonicalUrl)
            implements PageReading {

        public @Nullable Instant published() {
            return publishedAt == null ? null : publishedAt.toInstant();
        }
    }

    /**
     * There is no article on the page.
     *
     * @param reason in one sentence, for people
     */
    record NotAnArticle(String reason) implements PageReading {}
}
