package org.tumen.model.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a feed says of one of its entries, as plain text; used where the page itself is silent.
 *
 * @param id the entry's own id, or its address when it has none
 * @param title null when the feed gives none
 * @param author null when the feed gives none
 * @param summary null when the feed gives none
 * @param language BCP 47 tag of the entry or its feed; null when the feed gives none
 */
public record FeedEntry(
        String id,
        @Nullable String title,
        @Nullable String author,
        @Nullable String summary,
        @Nullable String language) {}
