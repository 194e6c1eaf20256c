package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names a subscription: lower-case words with hyphens, {@code triangle-desk}. */
public record SubscriptionId(@JsonValue String value) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @JsonCreator
    public SubscriptionId {
        if (value.length() > 80 || !SLUG.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "subscriptionId: " + value + " (expected: lower-case letters, digits and hyphens, at most 80)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
