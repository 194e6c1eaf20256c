package org.tumen.crawler.websub;

import org.tumen.model.feed.FeedId;

/** The hub of a feed does not push it any more: it is to be polled as before. */
public record PushEnded(FeedId feed) {}
