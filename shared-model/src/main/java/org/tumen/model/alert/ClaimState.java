package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the claim of a story stands, over all of its articles. */
public enum ClaimState {
    /** Planned or expected. */
    @JsonProperty("expected")
    EXPECTED,
    /** Somebody says that it happened. */
    @JsonProperty("claimed")
    CLAIMED,
    /** One of the actors says so itself. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** Somebody denies it. */
    @JsonProperty("denied")
    DENIED,
    /** Every origin has taken it back. */
    @JsonProperty("retracted")
    RETRACTED,
    /** Told as history or as a view, so there is nothing to confirm. */
    @JsonProperty("background")
    BACKGROUND
}
