package org.tumen.classifier.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.LinearModel;
import org.tumen.model.assessment.EventType;

/**
 * How likely each event type is in a sentence.
 *
 * @param types with the event types as classes
 */
public record EventModel(LinearModel types) {

    /** The weights for a language, made by {@code bench train}. */
    static EventModel load(Language language) {
        var resource = resource(language);
        try (var stream = EventModel.class.getResourceAsStream(resource)) {
            return new EventModel(LinearModel.read(Objects.requireNonNull(stream, resource)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** Where the weights for a language are kept, beside this class. */
    public static String resource(Language language) {
        return "types-" + language.code() + ".txt";
    }

    /**
     * How likely each type is; the sum is 1.
     *
     * @param features how often each occurs
     */
    public Map<EventType, Double> probabilities(Map<String, Integer> features) {
        var reading = types.read();
        features.forEach((name, count) -> {
            for (var i = 0; i < count; i++) {
                reading.add(name);
            }
        });
        return byType(reading);
    }

    /** How likely each type is in a sentence; the sum is 1. */
    Map<EventType, Double> probabilities(EventSentence sentence) {
        var reading = types.read();
        EventFeatures.give(sentence, new FeatureSink.Asking(reading));
        return byType(reading);
    }

    private static Map<EventType, Double> byType(LinearModel.Reading reading) {
        var probabilities = new EnumMap<EventType, Double>(EventType.class);
        reading.probabilities().forEach((name, value) -> probabilities.put(EventType.valueOf(name), value));
        return probabilities;
    }
}
