package org.tumen.stack.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Which faults come when: all from a seed, so that a run can be had again. Every kind comes once before any comes twice.
 *
 * @param steps in the order of their time
 */
record Plan(List<Step> steps) {

    Plan {
        steps = List.copyOf(steps);
    }

    /** @param at since the beginning */
    record Step(Duration at, Fault fault) {}

    /**
     * Makes one.
     *
     * @param every the mean time from one to the next; faults last up to 11 s and so overlap
     */
    static Plan of(long seed, int faults, Duration every, List<Function<Random, Fault>> possible) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        var kinds = new ArrayList<Function<Random, Fault>>();
        for (int i = 0; i < faults; i++) {
            if (kinds.isEmpty()) {
                kinds.addAll(possible);
                Collections.shuffle(kinds, random);
            }
            var at = every.multipliedBy(i).plusMillis((long) (random.nextDouble() * every.toMillis()));
            steps.add(new Step(at, kinds.removeLast().apply(random)));
        }
        return new Plan(steps);
    }
}
