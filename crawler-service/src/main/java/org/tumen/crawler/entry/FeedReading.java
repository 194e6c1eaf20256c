package org.tumen.crawler.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a body as a feed. */
public sealed interface FeedReading {

    /**
     * A feed.
     *
     * @param format such as {@code rss-2.0}, {@code atom-1.0}, {@code json-feed-1.1}, {@code news-sitemap}
     * @param charset that the body was decoded from
     * @param link of the site, absolute as far as the feed's address is known
     * @param language as the feed declares it, else the HTTP header; not normalised
     * @param description may hold markup
     * @param entries in the feed's order
     * @param wishes about when it may be asked for again
     * @param hubs who pushes it
     */
    record Feed(
            String format,
            String charset,
            @Nullable String title,
            @Nullable String link,
            @Nullable String language,
            @Nullable String description,
            List<Entry> entries,
            Wishes wishes,
            HubLinks hubs)
            implements FeedReading {

        /** A feed of a format that has no words for wishes and hubs. */
        public Feed(
                String format,
                String charset,
                @Nullable String title,
                @Nullable String link,
                @Nullable String language,
                @Nullable String description,
                List<Entry> entries) {
            this(format, charset, title, link, language, description, entries, Wishes.NONE, HubLinks.NONE);
        }

        public Feed {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The body is no feed.
     *
     * @param reason in one sentence, for the feed's health and for people
     */
    record Unreadable(String reason) implements FeedReading {}
}
