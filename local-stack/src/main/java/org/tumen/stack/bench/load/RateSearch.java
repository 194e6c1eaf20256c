package org.tumen.stack.bench.load;

/**
 * A search for the highest rate that is steady: up by a half each time until one is not, then between the two.
 *
 * @param steady the highest that was; 0 before
 * @param unsteady the lowest that was not; infinite before
 * @param next to be tried
 * @param most none above this is tried
 */
record RateSearch(double steady, double unsteady, double next, double most) {

    private static final double UP = 1.5;
    private static final double NEAR_ENOUGH = 1.1;

    static RateSearch from(double first, double most) {
        return new RateSearch(0, Double.POSITIVE_INFINITY, Math.min(first, most), most);
    }

    /** The search after the rate was tried that was next. */
    RateSearch after(boolean wasSteady) {
        var low = wasSteady ? next : steady;
        var high = wasSteady ? unsteady : next;
        var between = Double.isInfinite(high) ? low * UP : low == 0 ? high / 2 : Math.sqrt(low * high);
        return new RateSearch(low, high, Math.min(between, most), most);
    }

    /** Whether more of it would tell nothing new. */
    boolean isDone() {
        return steady >= most || unsteady <= steady * NEAR_ENOUGH;
    }
}
