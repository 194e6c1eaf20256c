package org.tumen.seeds;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

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

    /** Writes it in the largest unit that leaves a whole number; what is below a millisecond is not written. */
    static final class Writer extends StdSerializer<Duration> {

        private record Unit(String name, long millis) {}

        private static final Unit MILLISECONDS = new Unit("ms", 1);

        Writer() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration time, JsonGenerator generator, SerializationContext context) {
            var millis = time.toMillis();
            var unit = Stream.of(
                            new Unit("d", 86_400_000),
                            new Unit("h", 3_600_000),
                            new Unit("m", 60_000),
                            new Unit("s", 1_000))
                    .filter(each -> millis % each.millis() == 0)
                    .findFirst()
                    .orElse(MILLISECONDS);
            generator.writeString(millis / unit.millis() + unit.name());
        }
    }
}
