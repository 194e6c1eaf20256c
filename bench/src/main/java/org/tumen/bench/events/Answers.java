package org.tumen.bench.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.table.Table;
import org.tumen.model.assessment.EventType;

/** What one way of telling event types answered, sentence by sentence. */
final class Answers {

    private static final int SAMPLES = 1_000;
    private static final long SEED = 7;

    private final String way;
    private final List<Boolean> types = new ArrayList<>();
    private final List<Boolean> quads = new ArrayList<>();

    Answers(String way) {
        this.way = way;
    }

    static Table table(String heading) {
        return new Table(heading, "way", "sentences", "15 types", "95%", "4 quad classes", "95%");
    }

    /**
     * Adds an answer.
     *
     * @param told null when there is none
     */
    void add(@Nullable EventType told, EventType right) {
        types.add(told == right);
        quads.add(told != null && told.quad() == right.quad());
    }

    void addTo(Table table) {
        table.row(way, types.size(), share(types), interval(types), share(quads), interval(quads));
    }

    private static double share(List<Boolean> right) {
        return right.stream().filter(it -> it).count() / (double) Math.max(1, right.size());
    }

    /** The middle 95% over samples drawn with replacement (Efron 1979); the same at each run. */
    private static String interval(List<Boolean> right) {
        var random = new SplittableRandom(SEED);
        var shares = new double[SAMPLES];
        for (var i = 0; i < SAMPLES; i++) {
            var hits = 0;
            for (var j = 0; j < right.size(); j++) {
                hits += right.get(random.nextInt(right.size())) ? 1 : 0;
            }
            shares[i] = hits / (double) Math.max(1, right.size());
        }
        Arrays.sort(shares);
        return "%.3f-%.3f".formatted(shares[SAMPLES / 40], shares[SAMPLES - 1 - SAMPLES / 40]);
    }
}
