package org.tumen.stack.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which faults come when: all from a seed, so that a run can be had again. Every kind comes once before any comes twice.
 *
 * @param steps in the order of their time
 */
record Plan(List<Step> steps) {

    static final String MAIL = "mail server";
    static final String WEBHOOK = "webhook";

    private static final int LONGEST_MILLIS = 9_000;
    private static final int SHORTEST_MILLIS = 500;
    private static final int SLOWEST_MILLIS = 1_500;

    Plan {
        steps = List.copyOf(steps);
    }

    /** @param at since the beginning */
    record Step(Duration at, Fault fault) {}

    /**
     * Makes one.
     *
     * @param every the mean time from one to the next; faults last up to 9 s and so overlap
     * @param processes that can be killed and paused
     * @param links that can be cut, and fall silent; {@link #MAIL} also becomes slow
     */
    static Plan of(long seed, int faults, Duration every, List<String> processes, List<String> links) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        var kinds = new ArrayList<Function<Random, Fault>>();
        for (int i = 0; i < faults; i++) {
            if (kinds.isEmpty()) {
                kinds.addAll(kinds(processes, links));
                Collections.shuffle(kinds, random);
            }
            var at = every.multipliedBy(i).plusMillis((long) (random.nextDouble() * every.toMillis()));
            steps.add(new Step(at, kinds.removeLast().apply(random)));
        }
        return new Plan(steps);
    }

    private static List<Function<Random, Fault>> kinds(List<String> processes, List<String> links) {
        Stream<Function<Random, Fault>> ofProcesses = processes.stream()
                .flatMap(process ->
                        Stream.of(_ -> new Fault.Killed(process), random -> new Fault.Paused(process, time(random))));
        Stream<Function<Random, Fault>> ofLinks = links.stream()
                .flatMap(link -> Stream.of(
                        random -> new Fault.CutOff(link, time(random)),
                        random -> new Fault.Silenced(link, time(random))));
        Stream<Function<Random, Fault>> slow =
                Stream.of(random -> new Fault.Slowed(MAIL, millis(random, SLOWEST_MILLIS), time(random)));
        return Stream.of(ofProcesses, ofLinks, slow).flatMap(each -> each).toList();
    }

    private static Duration time(Random random) {
        return millis(random, LONGEST_MILLIS);
    }

    private static Duration millis(Random random, int most) {
        return Duration.ofMillis(random.nextInt(Math.min(SHORTEST_MILLIS, most / 2), most));
    }
}
