package org.tumen.bench.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tumen.bench.fit.Training;
import org.tumen.bench.fit.Training.Example;
import org.tumen.classifier.event.SentenceReader;
import org.tumen.classifier.language.Language;
import picocli.CommandLine.Option;

/** Which sentences a model is made of: the same for making and for measuring it. */
final class TrainingData {

    /** A sentence counts as much as so many readings of a pattern. */
    private static final int SENTENCE = 3;

    /** Found on the sentences that were written for training. */
    static final Training.Settings SETTINGS = new Training.Settings(3, 3, 8);

    @Option(names = "--plover", required = true, description = "PLOVER_GSR_CAMEO.json")
    private Path plover = Path.of("");

    @Option(names = "--sentences", description = "folder of written sentences", defaultValue = "seeds/events")
    private Path sentences = Path.of("");

    @Option(names = "--actors", description = "folder of actors", defaultValue = "seeds/actors")
    private Path actors = Path.of("");

    Path actors() {
        return actors;
    }

    List<CodedSentence> gold() {
        return CodedSentence.plover(plover);
    }

    List<WrittenSentence> written(Language language) {
        return WrittenSentence.load(sentences, language);
    }

    static List<Example> ofGold(SentenceReader reader, List<CodedSentence> sentences) {
        return sentences.stream()
                .map(it -> new Example(
                        reader.features(Language.ENGLISH, it.text()),
                        Set.of(it.type().name()),
                        SENTENCE))
                .toList();
    }

    static List<Example> ofWritten(SentenceReader reader, Language language, List<WrittenSentence> sentences) {
        return sentences.stream()
                .map(it -> new Example(
                        reader.features(language, it.text()), Set.of(it.type().name()), it.isPattern() ? 1 : SENTENCE))
                .toList();
    }

    static <T> List<T> together(List<T> some, List<T> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
