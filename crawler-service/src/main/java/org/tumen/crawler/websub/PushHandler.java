package org.tumen.crawler.websub;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.feed.FeedConfig;

/** Takes in a document that a hub pushed. It returns once the effect is published and recorded, and must bear to see it twice. */
public interface PushHandler {

    /**
     * Works on one document.
     *
     * @param contentType the HTTP header; null when there was none
     * @param topic the document's address
     */
    void handle(FeedConfig feed, byte[] body, @Nullable String contentType, URI topic);
}
