package org.tumen.stack.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tumen.stack.console.StackException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Articles without end, put together from the labelled examples that ship. An article begins with an example, which tells a
 * signal in one of {@link #TELLING}, and goes on with what other, ordinary examples say; which ones depends on its number alone.
 * Two articles seldom share more than one passage, so none is a copy of another. Immutable.
 */
final class Prose {

    /** One article in so many tells a signal. */
    static final int TELLING = 5;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Makes 2,000 to 3,000 characters in English, as reports have, and fewer in languages that need fewer. */
    private static final int PASSAGES = 12;

    private final Map<String, Examples> byLanguage;

    private Prose(Map<String, Examples> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /** @param paragraphs the first is what the article is about */
    record Text(String title, List<String> paragraphs) {

        Text {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * Those of one language.
     *
     * @param telling that tell a signal
     * @param silent that tell none, however much they look like it
     * @param ordinary passages of ordinary news
     */
    private record Examples(List<Example> telling, List<Example> silent, List<String> ordinary) {}

    private record Example(String title, String text) {}

    /** @param seeds the folder in which {@code labelled} is */
    static Prose of(Path seeds) {
        var byLanguage = new HashMap<String, Examples>();
        for (var language : Outlet.LANGUAGES) {
            byLanguage.put(language, read(seeds.resolve("labelled").resolve(language + "-tune.jsonl")));
        }
        return new Prose(byLanguage);
    }

    Text article(int number, String language) {
        var examples = byLanguage.get(language);
        if (examples == null) {
            throw new IllegalArgumentException(
                    "language: " + language + " (expected: one of " + byLanguage.keySet() + ")");
        }
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        var lead = any(number % TELLING == 0 ? examples.telling : examples.silent, random);
        var paragraphs = new ArrayList<String>();
        paragraphs.add(lead.text);
        for (var i = 0; i < PASSAGES; i++) {
            paragraphs.add(any(examples.ordinary, random));
        }
        return new Text(lead.title, paragraphs);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static Examples read(Path file) {
        var examples = new Examples(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> sort(JSON.readTree(line), examples));
        } catch (IOException | UncheckedIOException e) {
            throw new StackException("cannot read " + file + ": " + e.getMessage(), e);
        }
        if (examples.telling.isEmpty() || examples.silent.isEmpty() || examples.ordinary.isEmpty()) {
            throw new StackException(file + " has too few examples");
        }
        return examples;
    }

    private static void sort(JsonNode line, Examples examples) {
        var example =
                new Example(line.path("title").asString(""), line.path("text").asString(""));
        if (example.text.isEmpty()) {
            return; // A headline alone makes no article.
        }
        var tells = !line.path("expected").isEmpty();
        (tells ? examples.telling : examples.silent).add(example);
        if (!tells && line.path("kind").asString("").equals("general")) {
            examples.ordinary.add(example.text);
        }
    }
}
