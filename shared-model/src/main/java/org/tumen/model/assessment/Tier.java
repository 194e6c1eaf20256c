package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a signal can say by itself; the tiers are never averaged with each other. */
public enum Tier {
    /** One dated act. */
    @JsonProperty("episodic")
    EPISODIC,
    /** A slow variable that decides what an episode means. */
    @JsonProperty("structural")
    STRUCTURAL,
    /** Talk about events. */
    @JsonProperty("context")
    CONTEXT
}
