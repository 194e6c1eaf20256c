package org.tumen.crawler.poll;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.PageFetchRequested;

/** An entry that was not in its feed before, and what is to be done about it. */
sealed interface NewEntry {

    /** The entry's own id, or what stands for it. */
    String id();

    /** Its page is to be fetched. */
    record Wanted(PageFetchRequested request) implements NewEntry {
        @Override
        public String id() {
            return request.entry().id();
        }
    }

    /** Another feed, or the same one under another id, brought this article already. */
    record Known(String id, URI url, ArticleId article) implements NewEntry {}

    /** It cannot become an article. */
    record Unusable(String id, @Nullable URI url, String reason) implements NewEntry {}
}
