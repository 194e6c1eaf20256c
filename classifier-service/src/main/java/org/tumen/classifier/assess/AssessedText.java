package org.tumen.classifier.assess;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.Article;
import org.tumen.model.feed.SourceKind;

/**
 * A text to be scored.
 *
 * @param title may be empty
 * @param text may be empty
 * @param language as declared, BCP 47; {@code und} when nobody declares it
 * @param kind what kind of voice it is
 * @param country ISO 3166-1 alpha-2 of the outlet; null when not known
 * @param published UTC; tells history from news
 */
public record AssessedText(
        String title,
        String text,
        String language,
        SourceKind kind,
        @Nullable String country,
        Instant published) {

    /** An article as it was published at this time. */
    public static AssessedText of(Article article, Instant published) {
        return new AssessedText(
                article.title(),
                article.text(),
                article.language(),
                article.source().kind(),
                article.source().country(),
                published);
    }
}
