package org.tumen.classifier.signal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.Terms;
import org.tumen.model.assessment.ActorId;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Names a catalogue by its content, whichever way its files are laid out. */
final class CatalogueVersion {

    private static final int HEX_DIGITS = 12;

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CatalogueVersion() {}

    /** Without the examples, which are tried by tests and look for nothing. */
    static String of(Actors actors, List<Signal> signals, Map<String, Terms> vocabulary, Cues cues, Scoring scoring) {
        var content = Map.of(
                "actors",
                actors.byId().values().stream()
                        .sorted(Comparator.comparing(actor -> actor.id().value()))
                        .toList(),
                "pairs",
                sorted(actors.pairs()),
                "others",
                actors.others(),
                "signals",
                signals.stream().map(CatalogueVersion::withoutExamples).toList(),
                "vocabulary",
                vocabulary,
                "cues",
                cues,
                "scoring",
                scoring);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(content));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** By how each is written, which takes a while: once for each. */
    private static List<Actors.Pair> sorted(List<Actors.Pair> pairs) {
        record Written(String text, Actors.Pair pair) {}
        return pairs.stream()
                .map(pair -> new Written(CANONICAL.writeValueAsString(pair), pair))
                .sorted(Comparator.comparing(Written::text))
                .map(Written::pair)
                .toList();
    }

    private static Signal withoutExamples(Signal signal) {
        return new Signal(
                signal.id(),
                signal.definition(),
                signal.tier(),
                signal.polarity(),
                signal.weight(),
                signal.plover(),
                signal.sources(),
                signal.leftOut() == null ? Map.<String, ActorId>of() : signal.leftOut(),
                signal.frames(),
                signal.yieldsTo(),
                signal.veto(),
                new Signal.Examples(List.of(), List.of()));
    }
}
