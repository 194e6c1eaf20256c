package org.tumen.bench.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.bench.fit.Ranking;
import org.tumen.bench.fit.Training;
import org.tumen.bench.fit.Training.Example;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.classifier.language.FoldedArticle;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.CorrectionExample;
import org.tumen.classifier.match.Matcher;
import org.tumen.classifier.match.Outlet;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.feed.SourceKind;

/** From labelled items to a signal model: title and lead of an item are examples of the signals that it tells. */
public final class SignalTraining {

    /** Found by cross-validation (docs/adr/0021); with smaller weights the text is three times as long and no better. */
    private static final Training.Settings SIGNALS = new Training.Settings(8, 15, 50);

    /** Found by cross-validation (docs/adr/0033), as the next one. */
    private static final Training.Settings STANCES = new Training.Settings(2, 8, 25);

    private static final Ranking.Settings PAIRS = new Ranking.Settings(0.03, 4, 0.01);

    /** An example of the catalogue counts as so many items: it must be told rightly. */
    private static final int OF_CATALOGUE = 3;

    /** Of an example that has no date. */
    private static final int YEAR = 2025;

    private final Catalogue catalogue;
    private final Matcher matcher;

    public SignalTraining(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.matcher = new Matcher(catalogue, SignalModel.none());
    }

    /** What an item teaches: nothing where nobody known is named. */
    public Lessons lessons(LabelledItem item) {
        var text = item.text();
        var signals =
                matcher.features(language(item.lang()), text.title(), text.text(), year(text.published())).stream()
                        .map(features -> Labels.ofSignals(item, features))
                        .toList();
        return Lessons.of(List.of(
                new Lessons(signals, List.of(), List.of()),
                held(item),
                text.text().isEmpty() ? Lessons.NONE : held(item.titleAlone())));
    }

    /** Who acts on whom in an item, and how it holds that. */
    private Lessons held(LabelledItem item) {
        var text = item.text();
        var outlet = new Outlet(
                text.kind(), catalogue.actors().ofCountry(text.country()).orElse(null));
        return held(
                matcher.examples(
                        new FoldedArticle(language(item.lang()), text.title(), text.text()),
                        year(text.published()),
                        outlet,
                        signal -> item.expected().stream()
                                .anyMatch(expected -> expected.signal().equals(signal.value()))),
                item.expected().stream().map(Labels::of).toList());
    }

    private static Lessons held(List<CorrectionExample> examples, List<Labels> labels) {
        return Lessons.of(labels.stream()
                .flatMap(label -> examples.stream()
                        .filter(example -> example.signal().id().equals(label.signal()))
                        .map(label::of))
                .toList());
    }

    /** What the examples of the catalogue teach: each is one for or against its own signal and tells nothing of the others. */
    public Lessons lessons() {
        var classes =
                catalogue.signals().stream().map(signal -> signal.id().value()).collect(Collectors.toSet());
        var lessons = new ArrayList<Lessons>();
        for (var signal : catalogue.signals()) {
            for (var example : signal.examples().fires()) {
                lessons.add(signals(example, signal, Set.of(signal.id().value()), classes));
                lessons.add(held(example, signal));
            }
            signal.examples().quiet().forEach(example -> lessons.add(signals(example, signal, Set.of(), classes)));
        }
        return Lessons.of(lessons);
    }

    private Lessons signals(Signal.Example example, Signal signal, Set<String> labels, Set<String> classes) {
        var open = new HashSet<>(classes);
        open.remove(signal.id().value());
        var signals = matcher
                .features(example.lang(), example.title(), Objects.requireNonNullElse(example.text(), ""), YEAR)
                .stream()
                .map(features -> new Example(features, labels, open, OF_CATALOGUE))
                .toList();
        return new Lessons(signals, List.of(), List.of());
    }

    private Lessons held(Signal.Example example, Signal signal) {
        var year = example.published() == null
                ? YEAR
                : LocalDate.parse(example.published()).getYear();
        var examples = matcher.examples(
                new FoldedArticle(example.lang(), example.title(), Objects.requireNonNullElse(example.text(), "")),
                year,
                new Outlet(SourceKind.PRESS, null),
                signal.id()::equals);
        return held(examples, List.of(Labels.of(signal, example, OF_CATALOGUE)));
    }

    private static int year(Instant published) {
        return published.atOffset(ZoneOffset.UTC).getYear();
    }

    /** Fits the models. */
    public static SignalModel model(Lessons lessons) {
        return new SignalModel(
                Training.model(lessons.signals(), SIGNALS),
                Ranking.model(lessons.pairs(), SignalModel.PAIR, PAIRS),
                Training.model(lessons.stances(), STANCES));
    }

    static String signals(Lessons lessons, List<String> provenance) {
        return Training.weights(lessons.signals(), SIGNALS, provenance);
    }

    static String pairs(Lessons lessons, List<String> provenance) {
        return Ranking.weights(lessons.pairs(), SignalModel.PAIR, PAIRS, provenance);
    }

    static String stances(Lessons lessons, List<String> provenance) {
        return Training.weights(lessons.stances(), STANCES, provenance);
    }

    private static Language language(String code) {
        return Arrays.stream(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("lang: " + code + " (expected: en, ko, zh or ru)"));
    }
}
