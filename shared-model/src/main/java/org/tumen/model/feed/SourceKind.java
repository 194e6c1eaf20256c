package org.tumen.model.feed;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of voice a feed is; state media and officials act for their state, the others report on it. */
public enum SourceKind {
    @JsonProperty("official")
    OFFICIAL,
    @JsonProperty("state-media")
    STATE_MEDIA,
    @JsonProperty("agency")
    AGENCY,
    @JsonProperty("press")
    PRESS,
    @JsonProperty("think-tank")
    THINK_TANK
}
