package org.tumen.stack.newsroom;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.tumen.model.feed.SourceKind;

/**
 * An invented news outlet with a host and a feed of its own.
 *
 * @param id also the id of its feed
 * @param name as readers know it
 * @param family who owns it
 * @param language BCP 47 primary language
 * @param country ISO 3166 two-letter code
 * @param kind what kind of voice it is
 * @param feed in which form it publishes
 */
public record Outlet(
        String id, String name, String family, String language, String country, SourceKind kind, FeedForm feed) {

    /** Where on its site the feed is. */
    String feedPath() {
        return feed == FeedForm.LISTING ? "/news" : "/feed.xml";
    }

    /** What is found at the address of a feed. */
    public enum FeedForm {
        @JsonProperty("rss")
        RSS,
        @JsonProperty("atom")
        ATOM,
        /** No feed, but a page that lists the news. */
        @JsonProperty("listing")
        LISTING,
        /** A sound feed that never has an entry. */
        @JsonProperty("empty")
        EMPTY,
        /** No feed at all, although it says so. */
        @JsonProperty("wrong-format")
        WRONG_FORMAT
    }
}
