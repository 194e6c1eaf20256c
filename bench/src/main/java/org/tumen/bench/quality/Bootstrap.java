package org.tumen.bench.quality;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The middle 95% of a figure over samples drawn with replacement (Efron 1979); the same at each run. */
final class Bootstrap {

    private static final int SAMPLES = 1_000;
    private static final long SEED = 7;

    private Bootstrap() {}

    static String interval(List<Counts> items, ToDoubleFunction<Counts> figure) {
        if (items.isEmpty()) {
            return "-";
        }
        var random = new SplittableRandom(SEED);
        var figures = new double[SAMPLES];
        for (var i = 0; i < SAMPLES; i++) {
            var sum = Counts.NONE;
            for (var j = 0; j < items.size(); j++) {
                sum = sum.and(items.get(random.nextInt(items.size())));
            }
            figures[i] = figure.applyAsDouble(sum);
        }
        Arrays.sort(figures);
        return "%.3f-%.3f".formatted(figures[SAMPLES / 40], figures[SAMPLES - 1 - SAMPLES / 40]);
    }
}
