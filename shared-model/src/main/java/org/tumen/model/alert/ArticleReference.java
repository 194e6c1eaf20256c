package org.tumen.model.alert;

import java.net.URI;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.Source;

/**
 * An article without its text: an alert quotes the evidence, and its reader follows the address.
 *
 * @param id of the article
 * @param revision which of its texts
 * @param source the outlet
 * @param url the canonical address
 * @param title plain text
 * @param language BCP 47 primary language, or {@code und}
 */
public record ArticleReference(ArticleId id, int revision, Source source, URI url, String title, String language) {

    public static ArticleReference to(Article article) {
        return new ArticleReference(
                article.id(), article.revision(), article.source(), article.url(), article.title(), article.language());
    }
}
