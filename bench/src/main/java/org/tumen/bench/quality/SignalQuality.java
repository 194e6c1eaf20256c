package org.tumen.bench.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.labelled.LabelledItem.Expected;
import org.tumen.bench.table.Table;
import org.tumen.model.assessment.Finding;

/** Tables on what was found in labelled items, against what should have been. */
final class SignalQuality {

    private final List<Assessed> assessed;
    private final Function<LabelledItem, Counts> baseline;

    SignalQuality(List<Assessed> assessed, Function<LabelledItem, Counts> baseline) {
        this.assessed = assessed;
        this.baseline = baseline;
    }

    Table byLanguage(String heading) {
        var table = new Table(
                heading, "language", "items", "micro-F1", "95%", "precision", "recall", "keywords F1", "ratio");
        for (var lang : List.of("all", "en", "ko", "zh", "ru")) {
            var here = assessed.stream()
                    .filter(it -> lang.equals("all") || it.item().lang().equals(lang))
                    .toList();
            var sum = sum(here.stream().map(Assessed::counts).toList());
            var keywords =
                    sum(here.stream().map(it -> baseline.apply(it.item())).toList());
            table.row(
                    lang,
                    here.size(),
                    sum.f1(),
                    Bootstrap.interval(here.stream().map(Assessed::counts).toList(), Counts::f1),
                    sum.precision(),
                    sum.recall(),
                    keywords.f1(),
                    "%.2f".formatted(sum.f1() / Math.max(1e-9, keywords.f1())));
        }
        return table;
    }

    Table bySignal() {
        var signals = new TreeSet<String>();
        assessed.forEach(it -> signals.addAll(it.expected()));
        assessed.forEach(it -> signals.addAll(it.found()));
        var table = new Table("By signal", "signal", "expected", "F1", "95%", "precision", "recall", "hits", "wrong");
        for (var signal : signals) {
            var counts = assessed.stream().map(it -> it.counts(signal)).toList();
            var sum = sum(counts);
            table.row(
                    signal,
                    sum.hits() + sum.misses(),
                    sum.f1(),
                    Bootstrap.interval(counts, Counts::f1),
                    sum.precision(),
                    sum.recall(),
                    sum.hits(),
                    sum.falseAlarms());
        }
        return table;
    }

    /** Of the signals that were found rightly. */
    Table details() {
        var table = new Table("Of the signals found rightly", "what", "right", "of", "share");
        detail(table, "dyad", Assessed::isPair);
        detail(table, "giver and receiver", Assessed::isDirected);
        detail(table, "status", (finding, expected) -> inWords(finding.status()).equals(expected.status()));
        detail(table, "sign", (finding, expected) -> sign(finding).equals(expected.sign()));
        detail(
                table,
                "left out",
                (finding, expected) -> String.valueOf(finding.leftOut()).equals(String.valueOf(expected.leftOut())));
        return table;
    }

    Table falseAlarms() {
        var byKind = new TreeMap<String, List<Assessed>>();
        for (var it : assessed) {
            if (it.item().expected().isEmpty()) {
                byKind.computeIfAbsent("all", _ -> new ArrayList<>()).add(it);
                byKind.computeIfAbsent(it.item().kind(), _ -> new ArrayList<>()).add(it);
                byKind.computeIfAbsent(
                                it.item().kind().equals("general") ? "ALL GENERAL" : "ALL THAT LOOK RELEVANT",
                                _ -> new ArrayList<>())
                        .add(it);
            }
        }
        var table = new Table("False alarms on items without a signal", "kind", "items", "with a finding", "share");
        byKind.forEach((kind, items) -> {
            var alarmed =
                    (int) items.stream().filter(it -> !it.findings().isEmpty()).count();
            table.row(kind, items.size(), alarmed, Counts.ratio(alarmed, items.size()));
        });
        return table;
    }

    /** One line for each item that is not as expected: what there is too much and too little. */
    List<String> errors() {
        return assessed.stream()
                .filter(it -> !it.found().equals(it.expected()))
                .map(it -> {
                    var missed = new TreeSet<>(it.expected());
                    missed.removeAll(it.found());
                    var wrong = new TreeSet<>(it.found());
                    wrong.removeAll(it.expected());
                    return "  %s %s missed %s wrong %s | %s"
                            .formatted(
                                    it.item().id(),
                                    it.item().kind(),
                                    missed,
                                    wrong,
                                    it.item().text().title());
                })
                .toList();
    }

    static Counts sum(List<Counts> counts) {
        return counts.stream().reduce(Counts.NONE, Counts::and);
    }

    private void detail(Table table, String name, BiPredicate<Finding, Expected> isRight) {
        var right = 0;
        var all = 0;
        for (var it : assessed) {
            for (var expected : it.item().expected()) {
                var answer = it.answerTo(expected);
                if (answer.isPresent()) {
                    all++;
                    right += isRight.test(answer.get(), expected) ? 1 : 0;
                }
            }
        }
        table.row(name, right, all, Counts.ratio(right, all));
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String sign(Finding finding) {
        return switch (finding.polarity()) {
            case CLOSER -> "+";
            case APART -> "-";
            case EITHER -> "±";
        };
    }
}
