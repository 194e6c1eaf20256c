package org.tumen.stack.bench;

import java.util.List;

/** How values are spread, by the nearest rank. */
public final class Percentiles {

    private Percentiles() {}

    /**
     * The value that this share of all does not exceed.
     *
     * @param sorted smallest first
     * @param share in (0, 1]
     * @return not a number when there is no value
     */
    public static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
