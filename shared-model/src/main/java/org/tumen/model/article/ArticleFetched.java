package org.tumen.model.article;

import org.tumen.model.Event;
import org.tumen.model.Hops;

/**
 * A page was fetched, and an article extracted from it.
 *
 * @param article what the page said
 * @param hops up to fetched
 */
public record ArticleFetched(Article article, Hops hops) implements Event {

    @Override
    public String eventId() {
        return article.id() + "/" + article.revision();
    }

    @Override
    public String key() {
        return article.id().value();
    }
}
