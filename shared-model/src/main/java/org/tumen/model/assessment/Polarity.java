package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a finding brings its dyad closer or apart. */
public enum Polarity {
    @JsonProperty("closer")
    CLOSER,
    @JsonProperty("apart")
    APART,
    @JsonProperty("either")
    EITHER
}
