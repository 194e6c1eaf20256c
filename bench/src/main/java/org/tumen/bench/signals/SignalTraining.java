package org.tumen.bench.signals;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tumen.bench.fit.Training;
import org.tumen.bench.fit.Training.Example;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.Matcher;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;

/** From labelled items to a signal model: title and lead of an item are examples of the signals that it tells. */
public final class SignalTraining {

    /** Found by cross-validation (docs/adr/0021); with smaller weights the text is three times as long and no better. */
    private static final Training.Settings SETTINGS = new Training.Settings(8, 15, 50);

    /** An example of the catalogue counts as so many items: it must be told rightly. */
    private static final int OF_CATALOGUE = 3;

    /** Of an example that has no date. */
    private static final int YEAR = 2025;

    private final Matcher matcher;

    public SignalTraining(Catalogue catalogue) {
        this.matcher = new Matcher(catalogue, SignalModel.none());
    }

    /** What the model sees of an item; empty where nobody known is named. */
    public List<Example> examples(LabelledItem item) {
        var text = item.text();
        var year = text.published().atOffset(ZoneOffset.UTC).getYear();
        return matcher.features(language(item.lang()), text.title(), text.text(), year).stream()
                .map(features -> Labels.of(item, features))
                .toList();
    }

    /** The examples of the catalogue itself: each is one for or against its own signal and tells nothing of the others. */
    public List<Example> examples(Catalogue catalogue) {
        var classes = catalogue.signals().stream()
                .map(signal -> signal.id().value())
                .collect(Collectors.toCollection(HashSet::new));
        classes.addAll(Labels.DETAILS);
        return catalogue.signals().stream()
                .flatMap(signal -> Stream.concat(
                        signal.examples().fires().stream()
                                .flatMap(example -> examples(
                                        example, signal, Set.of(signal.id().value()), classes)),
                        signal.examples().quiet().stream()
                                .flatMap(example -> examples(example, signal, Set.of(), classes))))
                .toList();
    }

    private Stream<Example> examples(Signal.Example example, Signal signal, Set<String> labels, Set<String> classes) {
        var open = new HashSet<>(classes);
        open.remove(signal.id().value());
        return matcher
                .features(example.lang(), example.title(), Objects.requireNonNullElse(example.text(), ""), YEAR)
                .stream()
                .map(features -> new Example(features, labels, open, OF_CATALOGUE));
    }

    /** Fits a model. */
    public static SignalModel model(List<Example> examples) {
        return new SignalModel(Training.model(examples, SETTINGS));
    }

    static String weights(List<Example> examples, List<String> provenance) {
        return Training.weights(examples, SETTINGS, provenance);
    }

    private static Language language(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lang: " + code + " (expected: en, ko, zh or ru)"));
    }
}
