package org.tumen.classifier.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.tumen.classifier.model.LinearModel;
import org.tumen.model.assessment.EventType;

/**
 * How likely each event type is in an English sentence: one linear model for the types, and one for the quad classes, for
 * which there are more sentences to learn from, as a second vote.
 *
 * @param types with the event types as classes
 * @param quads with the quad classes as classes
 */
public record EventModel(LinearModel types, LinearModel quads) {

    /** Made by {@code bench train}. */
    private static final String TYPES = "types-en.txt";

    private static final String QUADS = "quads-en.txt";

    static EventModel load() {
        return new EventModel(read(TYPES), read(QUADS));
    }

    private static LinearModel read(String resource) {
        try (var stream = EventModel.class.getResourceAsStream(resource)) {
            return LinearModel.read(Objects.requireNonNull(stream, resource));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The sum is 1. */
    public Map<EventType, Double> probabilities(Map<String, Integer> features) {
        var ofQuads = quads.probabilities(features);
        var together = new EnumMap<EventType, Double>(EventType.class);
        types.probabilities(features).forEach((name, probability) -> {
            var type = EventType.valueOf(name);
            together.put(type, probability * ofQuads.getOrDefault(type.quad().name(), 0.0));
        });
        var sum = together.values().stream().mapToDouble(Double::doubleValue).sum();
        together.replaceAll((_, probability) -> probability / sum);
        return together;
    }
}
