package org.tumen.crawler.feed;

import org.tumen.model.feed.FeedSettingsChanged;

/**
 * A feed that somebody added and that is not polled as it was asked for.
 *
 * @param asked for it
 * @param reason the field, its value and what was expected
 */
public record RefusedFeed(FeedSettingsChanged asked, String reason) {}
