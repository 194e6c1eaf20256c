package org.tumen.alert.feedback;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many of a signal's findings were right, as its readers say. A finding counts once: it is right when more of them
 * call it a signal than anything else, and disputed, counted apart, when they are even.
 *
 * @param signal the id, or {@code all}
 * @param judged findings with a verdict, the disputed ones left out: the n of the interval
 * @param right of them
 * @param disputed findings on which readers are even
 * @param wrong verdicts that were no signal, by word
 * @param share right of judged; null when none is judged
 * @param interval Wilson's, at 95%; null when none is judged
 */
record Precision(
        String signal,
        long judged,
        long right,
        long disputed,
        Map<String, Long> wrong,
        @Nullable Double share,
        @Nullable Interval interval) {

    static final String ALL = "all";

    /** What one person thinks of one finding. */
    record Opinion(String finding, String signal, Verdict verdict) {}

    /** Both ends are in [0, 1]. */
    record Interval(double low, double high) {

        /** The 97.5th percentile of the normal distribution: 95% lie between its two sides. */
        private static final double Z = 1.959964;

        /**
         * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927): keeps
         * its coverage for small n and shares near 0 and 1, which the textbook interval does not.
         */
        static Interval wilson(long right, long judged) {
            double n = judged;
            var share = right / n;
            var scale = 1 + Z * Z / n;
            var centre = (share + Z * Z / (2 * n)) / scale;
            var half = Z / scale * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
            return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
        }
    }

    /** One line for each signal in the order of their ids, and one for all; that one alone when there are no opinions. */
    static List<Precision> of(Collection<Opinion> opinions) {
        var lines = new TreeMap<>(opinions.stream().collect(groupingBy(Opinion::signal)))
                .entrySet().stream()
                        .map(signal -> of(signal.getKey(), signal.getValue()))
                        .toList();
        return Stream.concat(lines.stream(), Stream.of(of(ALL, opinions))).toList();
    }

    private static Precision of(String signal, Collection<Opinion> opinions) {
        var balances = opinions.stream().collect(groupingBy(Opinion::finding)).values().stream()
                .map(Precision::balance)
                .toList();
        var right = balances.stream().filter(balance -> balance > 0).count();
        var disputed = balances.stream().filter(balance -> balance == 0).count();
        var judged = balances.size() - disputed;
        var wrong = opinions.stream()
                .filter(opinion -> opinion.verdict() != Verdict.SIGNAL)
                .collect(groupingBy(opinion -> opinion.verdict().word(), TreeMap::new, counting()));
        return new Precision(
                signal,
                judged,
                right,
                disputed,
                wrong,
                judged == 0 ? null : (double) right / judged,
                judged == 0 ? null : Interval.wilson(right, judged));
    }

    /** How many more call it a signal than do not. */
    static int balance(Collection<Opinion> ofOneFinding) {
        return ofOneFinding.stream()
                .mapToInt(opinion -> opinion.verdict() == Verdict.SIGNAL ? 1 : -1)
                .sum();
    }
}
