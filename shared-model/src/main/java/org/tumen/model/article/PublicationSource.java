package org.tumen.model.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where it was read when an article was published, the surest first. */
public enum PublicationSource {
    /** The page's linked data (JSON-LD). */
    @JsonProperty("linked-data")
    LINKED_DATA,
    /** A meta element in the page's head. */
    @JsonProperty("meta")
    META,
    /** A time element of the page. */
    @JsonProperty("time")
    TIME,
    /** A line beside the title or at either end of the text. */
    @JsonProperty("text")
    TEXT,
    /** The page's address. */
    @JsonProperty("url")
    URL,
    /** A script of the page. */
    @JsonProperty("script")
    SCRIPT,
    /** The page tells only when it was last changed. */
    @JsonProperty("modified")
    MODIFIED,
    /** The entry of the feed, or the file that old articles were taken from. */
    @JsonProperty("feed")
    FEED
}
