package org.tumen.alert.baseline;

import java.util.List;

/**
 * How many outlets tell a thing on a day, when so many publish, learned from earlier days.
 *
 * <p>The rate is per outlet and day and has a Gamma(1/2, 0) prior, Jeffreys' for a Poisson rate; the number on another day
 * is then negative binomial (Gelman et al., Bayesian Data Analysis, 3rd ed., 2013, section 2.6; used so against reference
 * days by Höhle, surveillance: an R package for the monitoring of infectious diseases, Computational Statistics 22, 2007).
 * Outlets tell one event together, so counts spread wider than a Poisson's: the excess is estimated by moments as that of
 * a negative binomial with variance {@code m + a m²} (Cameron and Trivedi, Regression Analysis of Count Data, 2nd ed.,
 * 2013, section 3.3), and is added to what the rate itself is unsure of.
 *
 * @param days how many earlier days were counted
 * @param events how often such a thing was told on them
 * @param rate for one outlet and day
 * @param spread square of the coefficient of variation of the mean: 1 / shape of the negative binomial
 */
record Counts(int days, int events, double rate, double spread) {

    /** Jeffreys' prior has half an event, in no time. */
    private static final double PRIOR_EVENTS = 0.5;

    /**
     * An earlier day.
     *
     * @param outlets that published on it, 1 or more
     * @param told how many of them told such a thing
     */
    record Day(int outlets, int told) {}

    /** From nothing known before. */
    static Counts of(List<Day> days) {
        return of(days, PRIOR_EVENTS, 0);
    }

    /**
     * Where the rate of other days is expected until these say otherwise.
     *
     * @param weight of that expectation, in days
     */
    static Counts of(List<Day> days, Counts expected, int weight) {
        var outlets = days.stream().mapToInt(Day::outlets).average().orElse(1) * weight;
        return of(days, expected.rate * outlets, outlets);
    }

    private static Counts of(List<Day> days, double priorEvents, double priorOutlets) {
        var events = days.stream().mapToInt(Day::told).sum();
        var outlets = days.stream().mapToInt(Day::outlets).sum();
        var shape = priorEvents + events;
        var rate = shape / Math.max(priorOutlets + outlets, 1);
        return new Counts(days.size(), events, rate, 1 / shape + excess(days, rate));
    }

    private static double excess(List<Day> days, double rate) {
        var beyondPoisson = 0.0;
        var squares = 0.0;
        for (var day : days) {
            var mean = rate * day.outlets();
            var off = day.told() - mean;
            beyondPoisson += off * off - mean;
            squares += mean * mean;
        }
        return squares == 0 ? 0 : Math.max(0, beyondPoisson / squares);
    }

    /** How many of so many outlets are to be expected to tell it. */
    double expected(int outlets) {
        return rate * outlets;
    }

    /** The probability that at least as many of so many outlets tell it, in (0, 1]. */
    double tail(int told, int outlets) {
        var mean = expected(outlets);
        var shape = 1 / spread;
        var probability = Math.pow(shape / (shape + mean), shape);
        var fewer = 0.0;
        for (var number = 0; number < told; number++) {
            fewer += probability;
            probability *= (shape + number) / (number + 1) * mean / (shape + mean);
        }
        return Math.clamp(1 - fewer, Double.MIN_NORMAL, 1);
    }
}
