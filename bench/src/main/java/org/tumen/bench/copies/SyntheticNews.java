package org.tumen.bench.copies;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Texts that are as long and as repetitive as news: their words are drawn by Zipf's law, so that different texts share
 * the common ones.
 */
final class SyntheticNews {

    private static final int VOCABULARY = 6_000;
    private static final int SHORTEST = 80;
    private static final int LONGEST = 900;

    /** How a language is written. */
    enum Writing {
        LATIN(" ", 'a', 26, 2, 9),
        KOREAN(" ", '\uac00', 2_000, 2, 5),
        CHINESE("", '\u4e00', 1_500, 1, 3),
        THAI("", '\u0e01', 46, 2, 7);

        private final String between;
        private final char first;
        private final int letters;
        private final int shortest;
        private final int longest;

        /** @param longest word, exclusive */
        Writing(String between, char first, int letters, int shortest, int longest) {
            this.between = between;
            this.first = first;
            this.letters = letters;
            this.shortest = shortest;
            this.longest = longest;
        }
    }

    private final Writing writing;
    private final Random random;
    private final List<String> vocabulary;
    private final double[] cumulative = new double[VOCABULARY];

    private SyntheticNews(Writing writing, long seed) {
        this.writing = writing;
        this.random = new Random(seed);
        this.vocabulary = IntStream.range(0, VOCABULARY).mapToObj(_ -> word()).toList();
        var sum = 0.0;
        for (var rank = 0; rank < VOCABULARY; rank++) {
            sum += 1.0 / (rank + 2.7); // Zipf-Mandelbrot, with Mandelbrot's constant for English.
            cumulative[rank] = sum;
        }
    }

    static List<Words> texts(Writing writing, int number, long seed) {
        var news = new SyntheticNews(writing, seed);
        return IntStream.range(0, number)
                .mapToObj(_ -> new Words(news.article(), writing.between))
                .toList();
    }

    private List<String> article() {
        return IntStream.range(0, random.nextInt(SHORTEST, LONGEST))
                .mapToObj(_ -> draw())
                .toList();
    }

    private String draw() {
        var at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[VOCABULARY - 1]);
        return vocabulary.get(Math.min(VOCABULARY - 1, at < 0 ? -at - 1 : at));
    }

    private String word() {
        var word = new StringBuilder();
        var length = random.nextInt(writing.shortest, writing.longest);
        for (var i = 0; i < length; i++) {
            word.append((char) (writing.first + random.nextInt(writing.letters)));
        }
        return word.toString();
    }
}
