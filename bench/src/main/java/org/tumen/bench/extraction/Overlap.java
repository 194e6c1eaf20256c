package org.tumen.bench.extraction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How far two texts agree: the share of the runs of four words that they have in common, each as often as it stands
 * there, as the public article extraction benchmark counts them (scrapinghub/article-extraction-benchmark).
 *
 * @param precision of the text that was found
 * @param recall of the text that was wanted
 */
record Overlap(double precision, double recall) {

    private static final int RUN = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

    static Overlap of(String wanted, String found) {
        var wantedRuns = runs(wanted);
        var foundRuns = runs(found);
        var common = foundRuns.entrySet().stream()
                .mapToInt(run -> Math.min(run.getValue(), wantedRuns.getOrDefault(run.getKey(), 0)))
                .sum();
        return new Overlap(share(common, foundRuns), share(common, wantedRuns));
    }

    /** Precision and recall averaged over pages; their harmonic mean is the benchmark's F1. */
    static Overlap mean(List<Overlap> pages) {
        return new Overlap(
                pages.stream().mapToDouble(Overlap::precision).average().orElse(0),
                pages.stream().mapToDouble(Overlap::recall).average().orElse(0));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double share(int common, Map<List<String>, Integer> runs) {
        var all = runs.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : (double) common / all;
    }

    private static Map<List<String>, Integer> runs(String text) {
        var words = WORD.matcher(text).results().map(MatchResult::group).toList();
        var runs = new HashMap<List<String>, Integer>();
        for (var i = 0; i + Math.min(RUN, words.size()) <= words.size() && i < words.size(); i++) {
            runs.merge(words.subList(i, Math.min(words.size(), i + RUN)), 1, Integer::sum);
        }
        return runs;
    }
}
