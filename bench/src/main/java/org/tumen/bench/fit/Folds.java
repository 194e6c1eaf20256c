package org.tumen.bench.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Parts of a list of texts that are tested in turn; texts that are nearly the same always lie in one part. */
public final class Folds {

    private static final long SEED = 7;
    private static final int SHINGLE = 3;

    /** In Chinese a character is a word. */
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");

    /** Two texts are nearly the same when they share so much of their runs of three words (Jaccard). */
    private static final double ALIKE = 0.3;

    private final int[] foldOf;

    private Folds(int[] foldOf) {
        this.foldOf = foldOf;
    }

    public boolean isTested(int text, int fold) {
        return foldOf[text] == fold;
    }

    public static Folds of(List<String> texts, int folds) {
        var groups = groups(texts.stream().map(Folds::shingles).toList());
        var members = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < texts.size(); i++) {
            members.computeIfAbsent(groups[i], _ -> new ArrayList<>()).add(i);
        }
        var order = new ArrayList<>(members.values());
        Collections.shuffle(order, new Random(SEED));
        var foldOf = new int[texts.size()];
        for (var i = 0; i < order.size(); i++) {
            for (var text : order.get(i)) {
                foldOf[text] = i % folds;
            }
        }
        return new Folds(foldOf);
    }

    private static int[] groups(List<Set<String>> shingles) {
        var group = new int[shingles.size()];
        Arrays.setAll(group, i -> i);
        for (var i = 0; i < group.length; i++) {
            for (var j = 0; j < i; j++) {
                if (group[i] != group[j] && alike(shingles.get(i), shingles.get(j))) {
                    var from = group[i];
                    var to = group[j];
                    Arrays.setAll(group, k -> group[k] == from ? to : group[k]);
                }
            }
        }
        return group;
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        var shared = one.stream().filter(other::contains).count();
        var all = one.size() + other.size() - shared;
        return all > 0 && shared > ALIKE * all;
    }

    private static Set<String> shingles(String text) {
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        var shingles = new HashSet<String>();
        for (var i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }
}
