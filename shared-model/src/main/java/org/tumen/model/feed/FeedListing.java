package org.tumen.model.feed;

import org.jspecify.annotations.Nullable;

/**
 * How the entries of a page without a feed are found on it, as the feed files say it. All but the first selector count
 * within an item.
 *
 * @param item CSS selector of one element for each entry
 * @param link CSS selector; null for the item itself, or the first link in it
 * @param title CSS selector; null for the words of the link
 * @param summary CSS selector; null for none
 * @param date CSS selector; null for none
 * @param dateFormat pattern of that date; null for any notation that Tumen reads by itself
 * @param zone of dates that do not name theirs; null for UTC
 */
public record FeedListing(
        String item,
        @Nullable String link,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String date,
        @Nullable String dateFormat,
        @Nullable String zone) {}
