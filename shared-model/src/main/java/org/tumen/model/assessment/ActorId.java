package org.tumen.model.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names an actor of the catalogue by a country-style code: {@code DPRK}, {@code PRC}, {@code RUS}. */
public record ActorId(@JsonValue String value) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    @JsonCreator
    public ActorId {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "actorId: " + value + " (expected: 2 to 12 upper-case letters or digits)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
