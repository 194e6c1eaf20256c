package org.tumen.stack.fault;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tumen.stack.console.StackException;

/**
 * What can go wrong where a trial runs.
 *
 * @param processes that can be killed and paused
 * @param links that can be cut, and fall silent; {@link #MAIL} also becomes slow
 * @param disks processes whose disk can be filled
 * @param clocks processes whose clock can be set
 * @param rolled services that can be replaced while they run
 */
record Possible(
        List<String> processes, List<String> links, List<String> disks, List<String> clocks, List<String> rolled) {

    static final String MAIL = "mail server";
    static final String WEBHOOK = "webhook";

    private static final int LONGEST_MILLIS = 9_000;
    private static final int SHORTEST_MILLIS = 500;
    private static final int SLOWEST_MILLIS = 1_500;

    /** A second or so, before it is noticed, is no part of it. */
    private static final Duration NOTICED = Duration.ofSeconds(2);

    /** As of a clock that nobody sets, and of one that was set in another zone. */
    private static final List<Duration> WRONG_BY =
            List.of(Duration.ofSeconds(90), Duration.ofSeconds(-90), Duration.ofHours(2), Duration.ofHours(-2));

    Possible {
        processes = List.copyOf(processes);
        links = List.copyOf(links);
        disks = List.copyOf(disks);
        clocks = List.copyOf(clocks);
        rolled = List.copyOf(rolled);
    }

    /**
     * Those of the kinds whose rows in the table begin so.
     *
     * @throws StackException when there are none
     */
    List<Function<Random, Fault>> kinds(String only) {
        var some = all().stream().filter(kind -> row(kind).startsWith(only)).toList();
        if (some.isEmpty()) {
            throw new StackException(
                    "--only " + only + ": nothing of this kind can be tried here (expected the beginning of: "
                            + all().stream().map(Possible::row).collect(Collectors.joining(", ")) + ")");
        }
        return some;
    }

    private static String row(Function<Random, Fault> kind) {
        return kind.apply(new Random(0)).row();
    }

    /** Each kind makes a fault of its own at every call. */
    private List<Function<Random, Fault>> all() {
        Stream<Function<Random, Fault>> ofProcesses = processes.stream()
                .flatMap(process ->
                        Stream.of(_ -> new Fault.Killed(process), random -> new Fault.Paused(process, time(random))));
        Stream<Function<Random, Fault>> ofLinks = links.stream()
                .flatMap(link -> Stream.of(
                        random -> new Fault.CutOff(link, time(random)),
                        random -> new Fault.Silenced(link, time(random))));
        Stream<Function<Random, Fault>> slow = links.stream()
                .filter(MAIL::equals)
                .map(link -> random -> new Fault.Slowed(link, millis(random, SLOWEST_MILLIS), time(random)));
        Stream<Function<Random, Fault>> full =
                disks.stream().map(disk -> random -> new Fault.Filled(disk, time(random)));
        Stream<Function<Random, Fault>> wrong =
                clocks.stream().map(clock -> random -> new Fault.Skewed(clock, by(random), NOTICED.plus(time(random))));
        Stream<Function<Random, Fault>> replaced = rolled.stream().map(service -> _ -> new Fault.Rolled(service));
        return Stream.of(ofProcesses, ofLinks, slow, full, wrong, replaced)
                .flatMap(each -> each)
                .toList();
    }

    private static Duration by(Random random) {
        return WRONG_BY.get(random.nextInt(WRONG_BY.size()));
    }

    private static Duration time(Random random) {
        return millis(random, LONGEST_MILLIS);
    }

    private static Duration millis(Random random, int most) {
        return Duration.ofMillis(random.nextInt(Math.min(SHORTEST_MILLIS, most / 2), most));
    }
}
