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

    /** The same with no more than so many UTF-16 units of title and text; a character is never cut in two. */
    AssessedText cutTo(int maxTitle, int maxText) {
        return title.length() <= maxTitle && text.length() <= maxText
                ? this
                : new AssessedText(cut(title, maxTitle), cut(text, maxText), language, kind, country, published);
    }

    private static String cut(String whole, int max) {
        if (whole.length() <= max) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(max - 1)) ? max - 1 : max);
    }
}
