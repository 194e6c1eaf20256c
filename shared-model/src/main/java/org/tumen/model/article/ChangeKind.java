package org.tumen.model.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to the page of an article since the revision before. */
public enum ChangeKind {
    /** Its title or text is another. */
    @JsonProperty("edited")
    EDITED,
    /** The publisher took it down; title and text of the revision are the last ones that stood there. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** It is there again after it had been taken down. */
    @JsonProperty("restored")
    RESTORED
}
