package org.tumen.seeds;

import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A length of time as people write it: a whole number and a unit. */
final class DurationWords extends StdDeserializer<Duration> {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    DurationWords() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) {
        var text = parser.getString().strip();
        var words = WORDS.matcher(text);
        if (!words.matches()) {
            return (Duration) context.handleWeirdStringValue(
                    Duration.class, text, "a whole number and one of ms, s, m, h, d, as in 10m");
        }
        var amount = Long.parseLong(words.group(1));
        return switch (words.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
