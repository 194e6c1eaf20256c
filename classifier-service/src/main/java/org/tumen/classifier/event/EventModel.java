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
        var asking = new FeatureSink.Asking(reading);
        features.forEach((name, count) -> {
            for (var i = 0; i < count; i++) {
                asking.add(name);
            }
        });
        return byType(reading);
    }

    /** The likeliest type of a sentence. */
    Likeliest likeliest(EventSentence sentence) {
        var reading = types.read();
        EventFeatures.give(sentence, new FeatureSink.Asking(reading));
        var probabilities = reading.probabilities();
        var likeliest = 0;
        for (var i = 1; i < probabilities.length; i++) {
            likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
        }
        return new Likeliest(EventType.valueOf(types.classes().get(likeliest)), probabilities[likeliest]);
    }

    /**
     * A type.
     *
     * @param probability in (0, 1]
     */
    record Likeliest(EventType type, double probability) {}

    private Map<EventType, Double> byType(LinearModel.Reading reading) {
        var probabilities = reading.probabilities();
        var byType = new EnumMap<EventType, Double>(EventType.class);
        for (var i = 0; i < probabilities.length; i++) {
            byType.put(EventType.valueOf(types.classes().get(i)), probabilities[i]);
        }
        return byType;
    }
}
