package org.tumen.bench.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.table.Table;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.signal.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Changes that must not change what is found: signals, actors, status and score. */
final class Invariances {

    private static final Map<String, String> UNRELATED = Map.of(
            "en", "The weather was fine in Paris, and the trains ran on time all day.",
            "ko", "오늘 파리 날씨는 맑았고 기차는 온종일 제시간에 다녔다.",
            "zh", "今天巴黎天气晴朗，火车全天准点运行。",
            "ru", "Погода в Париже была хорошей, и поезда весь день ходили по расписанию.");

    private final Assessor assessor;
    private final List<LabelledItem> items;
    private final List<String> differences = new ArrayList<>();

    Invariances(Assessor assessor, List<LabelledItem> items) {
        this.assessor = assessor;
        this.items = items;
    }

    Table table(Path signals, Path actors) {
        var table = new Table("Same result", "change", "same", "of", "share", "first that differs");
        row(
                table,
                "text doubled",
                assessor,
                text -> LabelledItem.with(text, text.title(), text.text() + "\n" + text.text()));
        row(
                table,
                "unrelated paragraph appended",
                assessor,
                text -> LabelledItem.with(text, text.title(), text.text() + "\n" + unrelatedTo(text)));
        row(
                table,
                "upper case",
                assessor,
                text -> LabelledItem.with(
                        text, text.title().toUpperCase(Locale.ROOT), text.text().toUpperCase(Locale.ROOT)));
        row(
                table,
                "names swapped within an actor",
                assessor,
                text -> LabelledItem.with(text, OtherNames.in(text.title()), OtherNames.in(text.text())));
        row(table, "YAML keys in another order", new Assessor(reordered(signals, actors)), text -> text);
        return table;
    }

    /** A line for each text whose result differs in {@link #table}: the change, the item, and both results. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    private void row(Table table, String change, Assessor other, UnaryOperator<AssessedText> changed) {
        var same = 0;
        var differs = "";
        for (var item : items) {
            var before = result(assessor, item.text());
            var after = result(other, changed.apply(item.text()));
            if (before.equals(after)) {
                same++;
                continue;
            }
            differences.add("  %s: %s %s in place of %s".formatted(change, item.id(), after, before));
            if (differs.isEmpty()) {
                differs = item.id();
            }
        }
        table.row(change, same, items.size(), Counts.ratio(same, items.size()), differs);
    }

    private static List<String> result(Assessor assessor, AssessedText text) {
        return assessor.assess(text).toPublish().stream()
                .map(finding -> finding.signal() + " " + finding.dyad() + " " + finding.status() + " "
                        + finding.polarity() + " " + finding.score())
                .sorted()
                .toList();
    }

    private static String unrelatedTo(AssessedText text) {
        return UNRELATED.getOrDefault(text.language(), "1234567890");
    }

    /** The same catalogue with the keys of every mapping the other way round. */
    private static Catalogue reordered(Path signals, Path actors) {
        try {
            var folder = Files.createTempDirectory("tumen-bench");
            try {
                return Catalogue.load(
                        reverse(signals, folder.resolve("signals")), reverse(actors, folder.resolve("actors")));
            } finally {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path reverse(Path from, Path to) throws IOException {
        var yaml = new YAMLMapper();
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file));
                Files.createDirectories(target.resolveSibling("."));
                yaml.writeValue(target, reversed(yaml.readTree(file)));
            }
        }
        return to;
    }

    private static JsonNode reversed(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var reversed = JsonNodeFactory.instance.objectNode();
                object.propertyNames().stream()
                        .toList()
                        .reversed()
                        .forEach(name -> reversed.set(name, reversed(object.get(name))));
                yield reversed;
            }
            default -> {
                if (!node.isArray()) {
                    yield node;
                }
                var items = JsonNodeFactory.instance.arrayNode();
                node.forEach(item -> items.add(reversed(item)));
                yield items;
            }
        };
    }
}
