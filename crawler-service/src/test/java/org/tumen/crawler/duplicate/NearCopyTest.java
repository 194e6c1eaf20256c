package org.tumen.crawler.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.crawler.duplicate.NewsText.Writing;

/** Recall on edited copies, by kind of edit, and false matches among different texts; prints both as a table. */
class NearCopyTest {

    private static final int ARTICLES = 700;

    @ParameterizedTest
    @EnumSource
    void findsEditedCopiesAndNothingElse(Writing writing) {
        var news = new NewsText(writing, 20_261_122);
        var articles = new ArrayList<List<String>>();
        for (var i = 0; i < ARTICLES; i++) {
            articles.add(news.article(news.length(80, 900)));
        }
        var originals = articles.stream().map(words -> signature(news, words)).toList();

        var recall = new LinkedHashMap<String, Double>();
        edits(news).forEach((edit, change) -> {
            var found = 0;
            for (var i = 0; i < ARTICLES; i++) {
                found += isFound(originals.get(i), signature(news, change.apply(articles.get(i)))) ? 1 : 0;
            }
            recall.put(edit, found / (double) ARTICLES);
        });
        var falseMatches = 0;
        for (var i = 0; i < ARTICLES; i++) {
            for (var j = 0; j < i; j++) {
                falseMatches += originals.get(i).isCopyOf(originals.get(j)) ? 1 : 0;
            }
        }
        var pairs = ARTICLES * (ARTICLES - 1) / 2;
        print(writing, recall, falseMatches, pairs);

        assertThat(recall)
                .allSatisfy((edit, share) ->
                        assertThat(share).as(edit).isGreaterThanOrEqualTo(edit.startsWith("20 %") ? 0.90 : 0.95));
        assertThat(falseMatches / (double) pairs).isLessThanOrEqualTo(1e-5);
    }

    private static Map<String, UnaryOperator<List<String>>> edits(NewsText news) {
        var edits = new LinkedHashMap<String, UnaryOperator<List<String>>>();
        edits.put("1 % of words replaced", words -> news.replaced(words, .01));
        edits.put("5 % of words replaced", words -> news.replaced(words, .05));
        edits.put("10 % of words replaced", words -> news.replaced(words, .10));
        edits.put("20 % of words replaced", words -> news.replaced(words, .20));
        edits.put("first 80 % kept", words -> words.subList(0, words.size() * 8 / 10));
        edits.put("first half kept", words -> words.subList(0, words.size() / 2));
        edits.put("last half kept", words -> words.subList(words.size() / 2, words.size()));
        edits.put("15 % foreign text appended", words -> news.withAppended(words, .15));
        edits.put("new lead of 20 words", words -> news.withLead(words, 20));
        return edits;
    }

    private static Signature signature(NewsText news, List<String> words) {
        return Signature.of(news.text(words)).orElseThrow();
    }

    /** As the database finds it: by a common band first, then by the whole signature. */
    private static boolean isFound(Signature original, Signature copy) {
        return !Collections.disjoint(Set.of(original.bands()), Set.of(copy.bands())) && copy.isCopyOf(original);
    }

    private static void print(Writing writing, Map<String, Double> recall, int falseMatches, int pairs) {
        System.out.println("near-copies, " + writing);
        recall.forEach((edit, share) -> System.out.printf(Locale.ROOT, "  %-28s %.3f%n", edit, share));
        System.out.printf(Locale.ROOT, "  false matches %d of %d pairs%n", falseMatches, pairs);
    }
}
