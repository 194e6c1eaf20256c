package org.tumen.classifier.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.EventType;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The words for each event type, as they ship with the classifier. */
record EventLexicon(Map<EventType, Map<Language, Words>> byType) {

    private static final String RESOURCE = "lexicon.yaml";

    /** Strong words say it by themselves, weak ones add to others. */
    record Words(List<String> strong, List<String> weak) {}

    static EventLexicon load() {
        try (var stream = EventLexicon.class.getResourceAsStream(RESOURCE)) {
            var read = new YAMLMapper()
                    .readValue(
                            Objects.requireNonNull(stream, RESOURCE),
                            new TypeReference<Map<EventType, Map<Language, Words>>>() {});
            return new EventLexicon(new EnumMap<>(read));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
