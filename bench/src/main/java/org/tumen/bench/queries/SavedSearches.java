package org.tumen.bench.queries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Saved searches of many people. Half of the words are of the articles, without the most common ones, and the others are
 * of no article: of a hundred thousand searches nearly all are about something else than today's news.
 */
final class SavedSearches {

    private static final int TOO_COMMON = 300;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}]+");

    private final Random random;
    private final List<String> words;
    private final List<String> pairs = new ArrayList<>();

    private SavedSearches(List<NewsArticle> articles, long seed) {
        this.random = new Random(seed);
        var counts = new HashMap<String, Integer>();
        for (var article : articles) {
            var inOrder = words(article);
            inOrder.forEach(word -> counts.merge(word, 1, Integer::sum));
            for (var i = 0; i + 1 < inOrder.size(); i += 2) {
                pairs.add(
                        article.language().equals("zh")
                                ? inOrder.get(i) + inOrder.get(i + 1)
                                : inOrder.get(i) + " " + inOrder.get(i + 1));
            }
        }
        words = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .skip(TOO_COMMON)
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<SavedSearch> of(List<NewsArticle> articles, int number, long seed) {
        var searches = new SavedSearches(articles, seed);
        return IntStream.range(0, number).mapToObj(_ -> searches.search()).toList();
    }

    private SavedSearch search() {
        var dice = random.nextInt(100);
        if (dice < 15) {
            return new SavedSearch(List.of(word()), List.of(), List.of(), List.of());
        }
        if (dice < 50) {
            return new SavedSearch(List.of(word(), word()), List.of(), List.of(), List.of());
        }
        if (dice < 70) {
            return new SavedSearch(List.of(pick(pairs)), List.of(), List.of(), List.of());
        }
        if (dice < 90) {
            return new SavedSearch(List.of(word()), List.of(word(), word(), word()), List.of(), List.of());
        }
        if (dice < 95) {
            return new SavedSearch(List.of(word()), List.of(), List.of(word()), List.of());
        }
        return new SavedSearch(
                List.of(word()), List.of(), List.of(), List.of(invented().substring(0, 4)));
    }

    private String word() {
        return random.nextBoolean() ? pick(words) : invented();
    }

    private String invented() {
        var word = new StringBuilder();
        var syllables = 2 + random.nextInt(3);
        for (var i = 0; i < syllables; i++) {
            word.append("bcdfghjklmnprstvz".charAt(random.nextInt(17))).append("aeiou".charAt(random.nextInt(5)));
        }
        return word.append("nrs".charAt(random.nextInt(3))).toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Chinese in pairs of characters, the others by their spaces. */
    private static List<String> words(NewsArticle article) {
        var written =
                WORDS.splitAsStream(article.title() + "\n" + article.text()).filter(word -> word.length() > 1);
        return (article.language().equals("zh") ? written.flatMap(SavedSearches::inPairs) : written).toList();
    }

    private static Stream<String> inPairs(String written) {
        return IntStream.iterate(0, at -> at + 2 <= written.length(), at -> at + 2)
                .mapToObj(at -> written.substring(at, at + 2));
    }
}
