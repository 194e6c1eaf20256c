package org.tumen.crawler.reading;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.article.PageReader;
import org.tumen.crawler.article.PageReading.ArticlePage;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Scores the page reader against a folder of pages ({@code pages/<id>.html.gz}) with what people found in them
 * ({@code gold/<id>.json}, listed in {@code manifest.jsonl}). Run by hand; no test needs such a folder.
 *
 * <p>Segments: strings that must and must not be in the text. Text: 4-grams of words, precision and recall averaged
 * over pages, as the public article extraction benchmark counts them.
 */
final class ExtractionScores {

    private static final URI UNKNOWN = URI.create("");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
    private static final int ROUNDS = 6;

    private final PageReader reader = new PageReader();
    private final Map<String, double[]> counts = new TreeMap<>();
    private final Map<String, List<double[]>> texts = new TreeMap<>();

    private ExtractionScores() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var scores = new ExtractionScores();
        var bodies = new ArrayList<byte[]>();
        for (var line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
            var page = new JsonMapper().readTree(line);
            var id = page.path("id").asString();
            try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve("pages/" + id + ".html.gz")))) {
                bodies.add(in.readAllBytes());
            }
            var gold = new JsonMapper()
                    .readTree(folder.resolve("gold/" + id + ".json").toFile());
            scores.score(page.path("gold").asString(), gold, bodies.getLast());
        }
        scores.print();
        scores.printSpeed(bodies);
    }

    private void score(String kind, JsonNode gold, byte[] body) {
        var article = reader.read(body, null, UNKNOWN) instanceof ArticlePage page ? page : null;
        var text = article == null ? "" : article.text();
        var squashed = squashed(text);
        gold.path("with")
                .forEach(segment -> count("segments", squashed.contains(squashed(segment.asString())) ? 0 : 2));
        gold.path("without").forEach(segment -> {
            if (squashed.contains(squashed(segment.asString()))) {
                count("segments", 1);
            }
        });
        if (gold.path("articleBody").isString()) {
            texts.computeIfAbsent(kind, any -> new ArrayList<>())
                    .add(overlap(gold.path("articleBody").asString(), text));
        }
        if (kind.equals("readability-output")) {
            return; // Its titles and names are a program's, not people's.
        }
        scoreField(
                "title",
                gold.path("title").asString(""),
                article == null ? null : article.title(),
                ExtractionScores::letters);
        var day = gold.path("date").asString(gold.path("publish_date").asString(""));
        var read = article == null || article.publishedAt() == null
                ? null
                : article.publishedAt().toString();
        scoreField("date", day, read, date -> date.substring(0, Math.min(10, date.length())));
        scoreAuthors(gold.path("author"), article == null ? null : article.author());
    }

    private void scoreField(String name, String gold, @Nullable String read, Function<String, String> form) {
        if (gold.isBlank()) {
            return;
        }
        if (read == null) {
            count(name, 2);
        } else if (form.apply(gold).equals(form.apply(read))) {
            count(name, 0);
        } else {
            count(name, 1);
            count(name, 2);
        }
    }

    private void scoreAuthors(JsonNode gold, @Nullable String read) {
        var wanted = new ArrayList<String>();
        if (gold.isArray()) {
            gold.forEach(name -> wanted.add(letters(name.asString())));
        } else {
            wanted.addAll(people(gold.asString("")));
        }
        if (wanted.isEmpty()) {
            return;
        }
        var found = people(read == null ? "" : read);
        wanted.forEach(name -> count("author", found.contains(name) ? 0 : 2));
        found.stream().filter(name -> !wanted.contains(name)).forEach(name -> count("author", 1));
    }

    private static List<String> people(String names) {
        return Pattern.compile("[;,]")
                .splitAsStream(names)
                .map(ExtractionScores::letters)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** @param outcome 0 found and right, 1 found and wrong, 2 missed */
    private void count(String name, int outcome) {
        counts.computeIfAbsent(name, any -> new double[3])[outcome]++;
    }

    private static double[] overlap(String gold, String read) {
        var wanted = fourGrams(gold);
        var found = fourGrams(read);
        int common = found.entrySet().stream()
                .mapToInt(gram -> Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0)))
                .sum();
        return new double[] {share(common, found), share(common, wanted)};
    }

    private static double share(int common, Map<List<String>, Integer> grams) {
        int all = grams.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) common / all;
    }

    private static Map<List<String>, Integer> fourGrams(String text) {
        var words = WORD.matcher(text).results().map(MatchResult::group).toList();
        var grams = new HashMap<List<String>, Integer>();
        for (int i = 0; i + 4 <= words.size(); i++) {
            grams.merge(words.subList(i, i + 4), 1, Integer::sum);
        }
        return grams;
    }

    private void print() {
        counts.forEach((name, c) -> System.out.printf(
                Locale.ROOT,
                "%-20s precision %.3f recall %.3f F1 %.3f%n",
                name,
                c[0] / (c[0] + c[1]),
                c[0] / (c[0] + c[2]),
                2 * c[0] / (2 * c[0] + c[1] + c[2])));
        texts.forEach((kind, pages) -> {
            double precision =
                    pages.stream().mapToDouble(page -> page[0]).average().orElse(0);
            double recall =
                    pages.stream().mapToDouble(page -> page[1]).average().orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s precision %.3f recall %.3f F1 %.3f%n",
                    kind,
                    precision,
                    recall,
                    2 * precision * recall / (precision + recall));
        });
    }

    private void printSpeed(List<byte[]> bodies) {
        double read = 0;
        double parsed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            read = pagesPerSecond(bodies, body -> reader.read(body, null, UNKNOWN));
            parsed = pagesPerSecond(
                    bodies,
                    body -> Jsoup.parse(
                            TextDecoder.decode(body, null, Declaration.HTML).text()));
        }
        System.out.printf(
                Locale.ROOT,
                "pages/s, one thread   %.0f; parsing alone %.0f; ratio %.2f%n",
                read,
                parsed,
                read / parsed);
    }

    private static double pagesPerSecond(List<byte[]> bodies, Consumer<byte[]> reading) {
        long start = System.nanoTime();
        bodies.forEach(reading);
        return bodies.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static String squashed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }
}
