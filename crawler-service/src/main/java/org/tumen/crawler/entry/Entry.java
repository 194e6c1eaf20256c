package org.tumen.crawler.entry;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, with whatever the feed gives of it.
 *
 * @param id the feed's own; stable as long as the publisher keeps it
 * @param link of the article page, absolute when the feed's address is known
 * @param title may hold markup if the publisher wrote markup
 * @param author one or more names, without mail addresses unless there is nothing else
 * @param summary may hold markup
 * @param content the article or a part of it as markup
 * @param language as declared for this entry
 * @param published falls back on the date of the last change
 * @param updated falls back on the date of publication
 */
public record Entry(
        @Nullable String id,
        @Nullable URI link,
        @Nullable String title,
        @Nullable String author,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String language,
        @Nullable Instant published,
        @Nullable Instant updated) {}
