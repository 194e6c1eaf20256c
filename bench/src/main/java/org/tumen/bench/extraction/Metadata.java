package org.tumen.bench.extraction;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.table.Table;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading.ArticlePage;

/** How often title, author and day of publication are what people found. */
final class Metadata {

    private static final URI UNKNOWN = URI.create("");

    private Metadata() {}

    /** @param misses is told of every page on which a field is another */
    static Table of(List<LabelledPage> pages, Consumer<String> misses) {
        var scores = new TreeMap<String, FieldScore>();
        var reader = new PageReader();
        for (var page : pages) {
            var read = reader.read(page.body().bytes(), null, UNKNOWN) instanceof ArticlePage article ? article : null;
            add(scores, misses, page, "title", names(page.title()), names(read == null ? null : read.title()));
            add(scores, misses, page, "day", names(page.day()), names(read == null ? null : day(read)));
            add(
                    scores,
                    misses,
                    page,
                    "author",
                    page.authors().stream().map(Metadata::letters).collect(Collectors.toSet()),
                    people(read == null ? null : read.author()));
        }
        var table = new Table("Metadata", "field", "right", "wrong", "missed", "precision", "recall", "F1");
        scores.forEach((field, score) -> table.row(
                field, score.right(), score.wrong(), score.missed(), score.precision(), score.recall(), score.f1()));
        return table;
    }

    private static void add(
            Map<String, FieldScore> scores,
            Consumer<String> misses,
            LabelledPage page,
            String field,
            Set<String> wanted,
            Set<String> found) {
        if (wanted.isEmpty()) {
            return; // Nobody has written down whether there is one.
        }
        var right = (int) found.stream().filter(wanted::contains).count();
        scores.merge(field, new FieldScore(right, found.size() - right, wanted.size() - right), FieldScore::and);
        if (!found.equals(wanted)) {
            misses.accept("%s %s: %s (expected: %s)".formatted(page.id(), field, found, wanted));
        }
    }

    private static @Nullable String day(ArticlePage read) {
        return read.publishedAt() == null
                ? null
                : read.publishedAt().toLocalDate().toString();
    }

    private static Set<String> names(@Nullable String text) {
        return text == null ? Set.of() : Set.of(letters(text));
    }

    private static Set<String> people(@Nullable String authors) {
        return List.of(Objects.requireNonNullElse(authors, "").split("[;,]")).stream()
                .map(Metadata::letters)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
