package org.tumen.bench.events;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence that a person coded.
 *
 * @param source ISO 3166-1 alpha-3; null when not coded
 */
record CodedSentence(
        String text,
        EventType type,
        @Nullable String source,
        @Nullable String target) {

    /** Names of the draft of 2016, and what they are called since. */
    private static final Map<String, String> RENAMED = Map.of(
            "DEMAND",
            "REQUEST",
            "DISAPPROVE",
            "ACCUSE",
            "INVESTIGATE",
            "ACCUSE",
            "RETREAT",
            "CONCEDE",
            "FIGHT",
            "ASSAULT",
            "YIELD",
            "CONCEDE");

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Gold(
            String event,
            @Nullable String text,
            @Nullable JsonNode source,
            @Nullable JsonNode target) {}

    /** PLOVER's gold standard records. */
    static List<CodedSentence> plover(Path file) {
        try {
            var sentences = new ArrayList<CodedSentence>();
            for (var gold : JsonMapper.builder().build().readValue(Files.readString(file), Gold[].class)) {
                if (gold.event().equals("DOCUMENT") || gold.text() == null) {
                    continue;
                }
                var type = EventType.valueOf(RENAMED.getOrDefault(gold.event(), gold.event()));
                sentences.add(new CodedSentence(gold.text(), type, code(gold.source()), code(gold.target())));
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static @Nullable String code(@Nullable JsonNode actors) {
        if (actors == null) {
            return null;
        }
        var first = actors.isArray() && !actors.isEmpty() ? actors.get(0) : actors;
        var code = first.get("code");
        return code == null ? null : code.asString();
    }
}
