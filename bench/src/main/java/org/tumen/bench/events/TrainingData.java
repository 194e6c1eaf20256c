package org.tumen.bench.events;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.events.Training.Example;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.classifier.event.EventModel;
import org.tumen.classifier.event.SentenceReader;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.EventType;
import picocli.CommandLine.Option;

/** Which sentences, and how the model is fitted: the same for making and for measuring it. */
final class TrainingData {

    /** Larger fits closer. */
    private static final double COST = 4;

    /** What a type that the lexicon sees counts, beside words whose squares add up to 1. */
    private static final double SWITCH = 0.5;

    /** Features in fewer sentences are left out. */
    private static final int RAREST = 2;

    private static final int RAREST_OF_QUADS = 6;

    /** News sentences count as much as so many of the United Nations'. */
    private static final int REPEAT = 5;

    @Option(names = "--plover", required = true, description = "PLOVER_GSR_CAMEO.json")
    private Path plover = Path.of("");

    @Option(names = "--quad", required = true, description = "en_annotations_quad_multiclass.tsv")
    private Path quad = Path.of("");

    @Option(names = "--labelled", description = "folder of labelled examples", defaultValue = "seeds/labelled")
    private Path labelled = Path.of("");

    @Option(names = "--signals", description = "folder of signals", defaultValue = "seeds/signals")
    private Path signals = Path.of("");

    @Option(names = "--actors", description = "folder of actors", defaultValue = "seeds/actors")
    private Path actors = Path.of("");

    Path actors() {
        return actors;
    }

    List<CodedSentence> gold() {
        return CodedSentence.plover(plover);
    }

    /** Fits the two models. */
    Weights fit(List<Example> typed, List<Example> quadOnly, List<String> provenance) {
        var quads = new ArrayList<>(quadOnly);
        for (var example : typed) {
            var quad = EventType.valueOf(example.label()).quad().name();
            quads.addAll(Collections.nCopies(REPEAT, new Example(example.features(), quad)));
        }
        return new Weights(
                new Training(COST, SWITCH, RAREST).weights(typed, provenance),
                new Training(COST, SWITCH, RAREST_OF_QUADS).weights(quads, provenance));
    }

    /** The text forms of the two models. */
    record Weights(String types, String quads) {

        EventModel model() {
            return new EventModel(read(types), read(quads));
        }

        private static LinearModel read(String text) {
            return LinearModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** PLOVER's sentences as examples. */
    static List<Example> examples(SentenceReader reader, List<CodedSentence> sentences) {
        return sentences.stream()
                .map(it -> new Example(
                        reader.features(it.text()),
                        it.type() == null ? it.quad().name() : it.type().name()))
                .toList();
    }

    /** Sentences with a quad class alone. */
    List<Example> quads(SentenceReader reader) {
        return examples(reader, CodedSentence.quadClasses(quad));
    }

    /** English titles of the labelled examples to tune on, coded by the first type of their signal. */
    List<Example> more(SentenceReader reader) {
        var examples = new ArrayList<Example>();
        var catalogue = Catalogue.load(signals, actors);
        for (var item : LabelledItem.load(labelled, "tune", catalogue.actors())) {
            if (item.lang().equals("en") && item.expected().size() == 1) {
                var type = type(catalogue, item.expected().getFirst().signal());
                if (type != null) {
                    examples.add(new Example(reader.features(item.text().title()), type.name()));
                }
            }
        }
        return examples;
    }

    private static @Nullable EventType type(Catalogue catalogue, String signal) {
        return catalogue.signals().stream()
                .filter(it -> it.id().value().equals(signal))
                .map(Signal::plover)
                .filter(types -> !types.isEmpty())
                .map(types ->
                        types.getFirst().equals("RETREAT") ? EventType.CONCEDE : EventType.valueOf(types.getFirst()))
                .findFirst()
                .orElse(null);
    }
}
