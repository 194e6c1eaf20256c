package org.tumen.bench.extraction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tumen.bench.table.Table;

/** How well the text of the articles was found, by each extractor. */
final class TextTables {

    private static final List<Extractor> COMPARED =
            List.of(Extractor.TUMEN, Extractor.READABILITY4J, Extractor.PARAGRAPHS);

    private final List<LabelledPage> pages;
    private final Map<Extractor, List<String>> texts = new EnumMap<>(Extractor.class);

    TextTables(List<LabelledPage> pages) {
        this.pages = pages;
        for (var extractor : COMPARED) {
            texts.put(
                    extractor,
                    pages.stream()
                            .map(page -> extractor.text(page.body().bytes()))
                            .toList());
        }
    }

    Table overlap() {
        var table = new Table(
                "Text: runs of four words, mean over pages",
                "labels",
                "pages",
                "extractor",
                "precision",
                "recall",
                "F1",
                "ratio to readability4j");
        var groups = new TreeMap<String, List<Integer>>();
        for (var i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            if (page.text() != null) {
                groups.computeIfAbsent(page.kind(), _ -> new ArrayList<>()).add(i);
                groups.computeIfAbsent("language " + page.language(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        groups.forEach((group, members) -> {
            var peer = overlap(Extractor.READABILITY4J, members).f1();
            for (var extractor : COMPARED) {
                var overlap = overlap(extractor, members);
                table.row(
                        group,
                        members.size(),
                        extractor,
                        overlap.precision(),
                        overlap.recall(),
                        overlap.f1(),
                        overlap.f1() / peer);
            }
        });
        return table;
    }

    private Overlap overlap(Extractor extractor, List<Integer> members) {
        return Overlap.mean(members.stream()
                .map(i -> Overlap.of(
                        Objects.requireNonNull(pages.get(i).text(), "text"),
                        found(extractor).get(i)))
                .toList());
    }

    private List<String> found(Extractor extractor) {
        return Objects.requireNonNull(texts.get(extractor), "every extractor has read the pages");
    }

    Table segments() {
        var table = new Table(
                "Text: strings that people marked as in the article or beside it",
                "extractor",
                "in it, found",
                "in it, missed",
                "beside it, taken",
                "precision",
                "recall",
                "F1");
        for (var extractor : COMPARED) {
            var hits = 0;
            var misses = 0;
            var taken = 0;
            for (var i = 0; i < pages.size(); i++) {
                var page = pages.get(i);
                var text = squashed(found(extractor).get(i));
                for (var segment : page.with()) {
                    var stands = text.contains(squashed(segment));
                    hits += stands ? 1 : 0;
                    misses += stands ? 0 : 1;
                }
                taken += (int) page.without().stream()
                        .filter(segment -> text.contains(squashed(segment)))
                        .count();
            }
            var score = new FieldScore(hits, taken, misses);
            table.row(extractor, hits, misses, taken, score.precision(), score.recall(), score.f1());
        }
        return table;
    }

    private static String squashed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
