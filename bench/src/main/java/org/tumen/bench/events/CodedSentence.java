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
import org.tumen.model.assessment.QuadClass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence that a person coded.
 *
 * @param type null where only the quad class was coded
 * @param source ISO 3166-1 alpha-3; null when not coded
 */
record CodedSentence(
        String text,
        @Nullable EventType type,
        QuadClass quad,
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

    private static final List<QuadClass> QUAD_CODES = List.of(
            QuadClass.MATERIAL_CONFLICT,
            QuadClass.MATERIAL_COOPERATION,
            QuadClass.VERBAL_CONFLICT,
            QuadClass.VERBAL_COOPERATION);

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
                sentences.add(
                        new CodedSentence(gold.text(), type, type.quad(), code(gold.source()), code(gold.target())));
            }
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Sentences of UN documents with their quad class alone; those that tell no act are left out. */
    static List<CodedSentence> quadClasses(Path file) {
        try {
            var sentences = new ArrayList<CodedSentence>();
            for (var line : Files.readAllLines(file)) {
                var tab = line.lastIndexOf('\t');
                var code = tab < 0
                        ? -1
                        : "0123456789".indexOf(line.substring(tab + 1).strip());
                if (code >= 1 && code <= QUAD_CODES.size()) {
                    var text = line.substring(0, tab).replace("\"\"", "\"");
                    sentences.add(new CodedSentence(text, null, QUAD_CODES.get(code - 1), null, null));
                }
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
