package org.tumen.model.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Identifies a feed by the name that its configuration gives it: lower-case words with hyphens, {@code yonhap-en}. */
public record FeedId(@JsonValue String value) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @JsonCreator
    public FeedId {
        if (value.length() > 80 || !SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "feedId: " + value + " (expected: lower-case letters, digits and hyphens, at most 80)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
