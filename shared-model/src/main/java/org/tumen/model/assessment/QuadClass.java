package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an act brings two actors together or sets them against each other, in words or in deeds. */
public enum QuadClass {
    @JsonProperty("verbal-cooperation")
    VERBAL_COOPERATION,
    @JsonProperty("material-cooperation")
    MATERIAL_COOPERATION,
    @JsonProperty("verbal-conflict")
    VERBAL_CONFLICT,
    @JsonProperty("material-conflict")
    MATERIAL_CONFLICT
}
