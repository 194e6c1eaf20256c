package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a story for life: {@code story-} and 32 lower-case hex digits. */
public record StoryId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("story-[0-9a-f]{32}");

    @JsonCreator
    public StoryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "storyId: " + value + " (expected: story- and 32 lower-case hex digits)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
