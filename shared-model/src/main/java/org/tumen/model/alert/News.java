package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is new about a story since a subscription was last told of it. */
public enum News {
    /** It is told for the first time. */
    @JsonProperty("first")
    FIRST,
    /** What was expected is now told as having happened. */
    @JsonProperty("claimed")
    CLAIMED,
    /** One of the actors says so itself. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** Somebody denies it. */
    @JsonProperty("denied")
    DENIED,
    /** An origin has taken it back. */
    @JsonProperty("retracted")
    RETRACTED,
    /** What was taken back is there again. */
    @JsonProperty("restored")
    RESTORED,
    /** An article that was told has been changed in what it claims. */
    @JsonProperty("edited")
    EDITED,
    /** One more independent origin tells it. */
    @JsonProperty("origin")
    ORIGIN,
    /** An article tells it with a clearly higher score. */
    @JsonProperty("score")
    SCORE
}
