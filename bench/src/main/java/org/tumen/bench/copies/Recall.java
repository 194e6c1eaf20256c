package org.tumen.bench.copies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How many copies are found, and how many different texts are taken for copies.
 *
 * @param byEdit the share of the copies that were found, by the way in which they were edited
 * @param falseMatches pairs of different texts that were taken for copies
 */
record Recall(Map<String, Double> byEdit, long falseMatches, long pairs) {

    static <S> Recall of(List<Words> texts, long seed, Matcher<S> matcher) {
        var kept = texts.stream().map(matcher::keep).toList();
        var byEdit = new LinkedHashMap<String, Double>();
        new Edits(texts, seed).all().forEach((edit, change) -> byEdit.put(edit, found(texts, kept, change, matcher)));
        var falseMatches = 0L;
        var pairs = 0L;
        for (var i = 0; i < kept.size(); i++) {
            for (var j = 0; j < i; j++) {
                pairs++;
                falseMatches += isCopy(kept.get(i), kept.get(j), matcher) ? 1 : 0;
            }
        }
        return new Recall(byEdit, falseMatches, pairs);
    }

    private static <S> double found(
            List<Words> texts, List<Optional<S>> kept, UnaryOperator<Words> change, Matcher<S> matcher) {
        var found = 0;
        for (var i = 0; i < texts.size(); i++) {
            found += isCopy(kept.get(i), matcher.keep(change.apply(texts.get(i))), matcher) ? 1 : 0;
        }
        return (double) found / texts.size();
    }

    private static <S> boolean isCopy(Optional<S> original, Optional<S> copy, Matcher<S> matcher) {
        return original.isPresent() && copy.isPresent() && matcher.isCopy(original.get(), copy.get());
    }

    double falseShare() {
        return pairs == 0 ? 0 : (double) falseMatches / pairs;
    }
}
