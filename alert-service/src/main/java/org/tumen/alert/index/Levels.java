package org.tumen.alert.index;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.index.IndexFile.Series;

/**
 * The index of a dyad over days, of one tier.
 *
 * <p>Each strand has a level. On a day it is what the outlets say, as a part of those that publish, up to its bound; or what
 * is left of the day before, when that is more. So no signal moves the index by more than its bound however often and by
 * whomever it is told, one that is told every day stays where it is and gets no credit for a change, and all fall back with
 * the half-life. The index is the hyperbolic tangent of the sum of the levels with their signs: in (-1, 1), and nowhere
 * steeper than the sum (Jun 2025, parts I to IV; docs/adr/0022).
 */
final class Levels {

    /** Enough for the ends of a 90% interval (Davison and Hinkley, Bootstrap Methods and their Application, 1997, 2.5). */
    private static final int REPLICATES = 200;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** With fewer there is nothing to choose from. */
    private static final int LEAST_VOICES = 3;

    private final List<Strand> strands;
    private final Voices voices;
    private final boolean[] followed;
    private final int days;
    private final Series series;
    private final IndexFile settings;
    private final double[] index;
    private final double @Nullable [][] replicates;

    /**
     * Of all days.
     *
     * @param followed by day, whether something material was told in the time before or after, so that words count in full
     * @param seed of the interval: the same data give the same one
     */
    Levels(List<Strand> strands, Voices voices, boolean[] followed, Series series, IndexFile settings, long seed) {
        this.strands = strands;
        this.voices = voices;
        this.followed = followed;
        this.days = followed.length;
        this.series = series;
        this.settings = settings;
        var everyone = new double[voices.count()];
        Arrays.fill(everyone, 1);
        this.index = index(everyone);
        this.replicates = voices.count() < LEAST_VOICES ? null : replicates(seed);
    }

    /**
     * A value of the index.
     *
     * @param value in (-1, 1)
     * @param low the lower end of a 90% interval, over which outlets there are; null with fewer than three
     * @param high its upper end
     */
    record Reading(
            double value, @Nullable Double low, @Nullable Double high) {}

    /** The mean over some days, by place, both included. */
    Reading reading(int first, int last) {
        var value = mean(index, first, last);
        if (replicates == null) {
            return new Reading(value, null, null);
        }
        var sorted = Arrays.stream(replicates)
                .mapToDouble(one -> mean(one, first, last))
                .sorted()
                .toArray();
        return new Reading(
                value,
                Math.min(value, sorted[(int) (LOW * (REPLICATES - 1))]),
                Math.max(value, sorted[(int) Math.ceil(HIGH * (REPLICATES - 1))]));
    }

    private double[] index(double[] weights) {
        var left = series.leftAfterADay();
        var levels = new double[strands.size()];
        var values = new double[days];
        for (var day = 0; day < days; day++) {
            var present = Math.max(voices.present(day, weights), settings.leastOutlets());
            var sum = 0.0;
            for (var i = 0; i < levels.length; i++) {
                var strand = strands.get(i);
                var share = Math.min(1, strand.said(day, weights) / present / settings.fullShare());
                levels[i] = Math.max(levels[i] * left, share * bound(strand, day));
                sum += strand.sign() * levels[i];
            }
            values[day] = Math.tanh(sum);
        }
        return values;
    }

    private double bound(Strand strand, int day) {
        var bound = series.bound() * strand.weight();
        return strand.words() && !followed[day] ? bound * settings.wordsAlone() : bound;
    }

    /**
     * The same with other outlets in their stead: each is there as often as a Poisson variable of mean 1 says, on all days
     * alike, as what one outlet tells on two days is not independent (bootstrap of clusters by Poisson weights: Chamandy et
     * al., Estimating uncertainty for massive data streams, 2012).
     */
    private double[][] replicates(long seed) {
        var random = new SplittableRandom(seed);
        var all = new double[REPLICATES][];
        for (var i = 0; i < REPLICATES; i++) {
            var weights = new double[voices.count()];
            for (var voice = 0; voice < weights.length; voice++) {
                weights[voice] = poissonOfMeanOne(random);
            }
            all[i] = index(weights);
        }
        return all;
    }

    /** By multiplying uniform numbers until they are below 1/e (Knuth, The Art of Computer Programming, vol. 2, 3.4.1). */
    private static int poissonOfMeanOne(SplittableRandom random) {
        var number = -1;
        var product = 1.0;
        do {
            product *= random.nextDouble();
            number++;
        } while (product > 1 / Math.E);
        return number;
    }

    private static double mean(double[] values, int first, int last) {
        return Arrays.stream(values, first, last + 1).average().orElseThrow();
    }
}
