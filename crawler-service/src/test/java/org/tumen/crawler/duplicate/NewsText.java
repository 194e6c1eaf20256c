package org.tumen.crawler.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Texts that are as long and as repetitive as news: their words are drawn by Zipf's law, so that different texts share
 * the common ones, and are edited as copies are.
 */
final class NewsText {

    private static final int VOCABULARY = 6_000;

    /** How a language is written. */
    enum Writing {
        SPACED(" "),
        CHINESE(""),
        THAI("");

        private final String between;

        Writing(String between) {
            this.between = between;
        }
    }

    private final Writing writing;
    private final Random random;
    private final List<String> vocabulary;
    private final double[] cumulative = new double[VOCABULARY];

    NewsText(Writing writing, long seed) {
        this.writing = writing;
        this.random = new Random(seed);
        this.vocabulary = IntStream.range(0, VOCABULARY).mapToObj(_ -> word()).toList();
        var sum = 0.0;
        for (var rank = 0; rank < VOCABULARY; rank++) {
            sum += 1.0 / (rank + 2.7);
            cumulative[rank] = sum;
        }
    }

    List<String> article(int words) {
        return IntStream.range(0, words).mapToObj(_ -> draw()).toList();
    }

    List<String> replaced(List<String> words, double share) {
        return words.stream()
                .map(word -> random.nextDouble() < share ? draw() : word)
                .toList();
    }

    List<String> withLead(List<String> words, int leadWords) {
        var copy = new ArrayList<>(article(leadWords));
        copy.addAll(words.subList(Math.min(leadWords, words.size()), words.size()));
        return copy;
    }

    List<String> withAppended(List<String> words, double share) {
        var copy = new ArrayList<>(words);
        copy.addAll(article((int) (words.size() * share)));
        return copy;
    }

    String text(List<String> words) {
        var text = new StringBuilder();
        for (var i = 0; i < words.size(); i++) {
            text.append(words.get(i)).append(i % 14 == 13 ? "。\n" : writing.between);
        }
        return text.toString();
    }

    int length(int least, int most) {
        return random.nextInt(least, most);
    }

    private String draw() {
        var at = java.util.Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[VOCABULARY - 1]);
        return vocabulary.get(Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at));
    }

    private String word() {
        return switch (writing) {
            case SPACED -> letters('a', 26, random.nextInt(2, 9));
            case CHINESE -> letters('\u4e00', 1_500, random.nextInt(1, 3));
            case THAI -> letters('\u0e01', 46, random.nextInt(2, 7));
        };
    }

    private String letters(char first, int many, int length) {
        var word = new StringBuilder();
        for (var i = 0; i < length; i++) {
            word.append((char) (first + random.nextInt(many)));
        }
        return word.toString();
    }
}
