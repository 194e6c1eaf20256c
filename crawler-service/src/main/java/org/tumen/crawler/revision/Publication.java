package org.tumen.crawler.revision;

import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.ArticleId;

/** What came of publishing what a page says. */
public sealed interface Publication {

    /** The broker has a new revision; {@link Revisions#note} is to note it. */
    record Published(ArticleFetched event) implements Publication {}

    /** It says what was published before. */
    record Unchanged(ArticleId article) implements Publication {}

    /** Never: the article is larger than a record may be. */
    record TooLarge(ArticleId article) implements Publication {}
}
