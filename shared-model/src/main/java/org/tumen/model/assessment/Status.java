package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the text holds what it tells: the act itself is the same, its weight is not. */
public enum Status {
    /** Told as having happened. */
    @JsonProperty("reported")
    REPORTED,
    /** Told by the actor itself. */
    @JsonProperty("announced")
    ANNOUNCED,
    /** Denied by somebody. */
    @JsonProperty("denied")
    DENIED,
    /** Planned, expected, possible. */
    @JsonProperty("anticipated")
    ANTICIPATED,
    /** Told as past background. */
    @JsonProperty("historical")
    HISTORICAL,
    /** Somebody's view. */
    @JsonProperty("opinion")
    OPINION
}
