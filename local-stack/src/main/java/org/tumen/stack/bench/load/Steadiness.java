package org.tumen.stack.bench.load;

import java.util.List;

/** Tells whether what comes in is worked off, from how much was waiting at several times. */
final class Steadiness {

    /** What waits may grow by this part of what comes in: less cannot be told from chance in a window of some seconds. */
    private static final double GROWTH = 0.05;

    /** However it moved, what is worked off within this time was kept up with. */
    private static final double KEPT_UP_SECONDS = 0.5;

    /** A handful waits at any time. */
    private static final double FEW = 3;

    private Steadiness() {}

    /**
     * Whether it is steady.
     *
     * @param waiting how much waited, by seconds
     * @param inflow how much comes in a second
     */
    static boolean of(List<Sample> waiting, double inflow) {
        var lastQuarter = waiting.subList(waiting.size() - Math.max(1, waiting.size() / 4), waiting.size());
        var last = lastQuarter.stream().mapToDouble(Sample::value).average().orElseThrow();
        return last <= Math.max(FEW, KEPT_UP_SECONDS * inflow)
                || Slope.of(waiting).perUnit() <= GROWTH * inflow;
    }
}
