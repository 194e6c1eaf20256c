package org.tumen.model.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Names an alert for life: {@code alert-} and 32 lower-case hex digits. */
public record AlertId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("alert-[0-9a-f]{32}");

    @JsonCreator
    public AlertId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "alertId: " + value + " (expected: alert- and 32 lower-case hex digits)");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
