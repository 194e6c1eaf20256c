package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a signal of the catalogue: lower-case words with hyphens, {@code treaty-move}. */
public record SignalId(@JsonValue String value) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @JsonCreator
    public SignalId {
        if (!SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "signalId: " + value + " (expected: lower-case letters, digits and hyphens)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
