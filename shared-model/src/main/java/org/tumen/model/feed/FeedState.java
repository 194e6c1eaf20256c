package org.tumen.model.feed;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a feed is doing. */
public enum FeedState {
    /** Configured and not polled yet. */
    @JsonProperty("new")
    NEW,
    /** The last poll brought a readable feed with entries. */
    @JsonProperty("healthy")
    HEALTHY,
    /** The last poll was answered "not modified", or with what was there before. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** A readable feed without entries. */
    @JsonProperty("empty")
    EMPTY,
    /** No new entry for longer than the feed's own rhythm. */
    @JsonProperty("quiet")
    QUIET,
    /** The host asked for a pause. */
    @JsonProperty("throttled")
    THROTTLED,
    /** Worth another try later: timeouts, server errors, unreadable answers. */
    @JsonProperty("failing")
    FAILING,
    /** Settled: 410, or retired. */
    @JsonProperty("gone")
    GONE,
    /** Somebody wants it not to be polled. */
    @JsonProperty("paused")
    PAUSED,
    /** Somebody added it and it is not as a feed must be: it is not polled. */
    @JsonProperty("refused")
    REFUSED
}
