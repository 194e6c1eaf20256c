package org.tumen.stack.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.settings.StackSettings;

/**
 * A steady rate for a long time, to see whether memory, threads and open files stay as they are. Nothing is asked of the processes that
 * they would not do by themselves, but for a full collection now and then, which tells what of the heap is live.
 */
public final class Soak {

    private static final Duration EACH = Duration.ofMinutes(1);

    /** How often a minute is looked at: what lasts for seconds only, as the memory of a compiler does, is no growth. */
    private static final int LOOKS = 12;

    /** Before anything counts as growth. */
    private static final int WARM_UP_MINUTES = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than any article takes. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final double SECONDS_OF_AN_HOUR = 3600;

    private static final double KILO = 1024;

    /** Read by every {@code java} from its environment. */
    private static final MoreEnvironment TRACKING = _ -> Map.of("JDK_JAVA_OPTIONS", "-XX:NativeMemoryTracking=summary");

    private final Stand stand;
    private final Plan plan;
    private final Terminal terminal;
    private final Followed followed;

    /**
     * What is run.
     *
     * @param outlets how many sites
     * @param rate articles a second
     * @param warmUpRate the same in the first ten minutes, in which caches fill and methods are compiled
     * @param collect minutes from one full collection to the next; 0 for none
     * @param tracksNative whether the JVMs count their native memory, which takes some of it and some time
     */
    public record Plan(int outlets, double rate, double warmUpRate, Duration time, int collect, boolean tracksNative) {}

    private Soak(Stand stand, Plan plan, Terminal terminal) {
        this.stand = stand;
        this.plan = plan;
        this.terminal = terminal;
        this.followed = new Followed(stand.settings().data().logs().resolve("soak.csv"));
    }

    /**
     * Runs it.
     *
     * @return the exit code: 0 when no memory, thread or open file grows, and nothing is left waiting
     */
    public static int run(StackSettings settings, Plan plan, Terminal terminal) {
        var more = plan.tracksNative() ? TRACKING : MoreEnvironment.NONE;
        try (var stand = Stand.open(settings, plan.outlets(), more)) {
            return new Soak(stand, plan, terminal).run();
        }
    }

    private int run() {
        var begin = Instant.now();
        stand.press().pace(plan.warmUpRate());
        terminal.line(
                "minute  published  assessed  alerts  waiting  database MB  cores   process: anonymous MB, heap of it, file-mapped MB,"
                        + " threads, files");
        for (int minute = 1; Duration.between(begin, Instant.now()).compareTo(plan.time()) < 0; minute++) {
            tellMinute(begin, watchMinute());
            if (plan.collect() > 0 && minute % plan.collect() == 0) {
                collect(hoursSince(begin));
            }
            if (minute == WARM_UP_MINUTES) {
                stand.press().pace(plan.rate());
            }
            stand.journeys().forget(Instant.now().minus(REMEMBERED));
        }
        var left = stand.drain(PATIENCE);
        terminal.line("");
        var flat = followed.tell(terminal);
        terminal.line("%d waiting still, %d seen twice, %d faults"
                .formatted(left, stand.journeys().again(), stand.faults()));
        return flat && left == 0 && stand.faults() == 0 ? 0 : 1;
    }

    /**
     * A minute.
     *
     * @param least what each process took at least, in all of it
     * @param cores that were busy, on average
     */
    private record Minute(Map<String, Usage> least, double cores) {}

    private Minute watchMinute() {
        var least = new LinkedHashMap<String, Usage>();
        var used = Duration.ZERO;
        var time = Duration.ZERO;
        for (int look = 0; look < LOOKS; look++) {
            var watched = stand.watch(EACH.dividedBy(LOOKS));
            time = time.plus(watched.time());
            used = watched.used().values().stream().reduce(used, Duration::plus);
            stand.processes().usage().forEach((name, taken) -> least.merge(name, taken, Usage::least));
        }
        return new Minute(least, (double) used.toNanos() / time.toNanos());
    }

    private void tellMinute(Instant begin, Minute minute) {
        var hours = hoursSince(begin);
        var journeys = stand.journeys();
        var line = new StringBuilder("%6.0f  %9d  %8d  %6d  %7d  %11.1f  %5.2f  "
                .formatted(
                        hours * 60,
                        journeys.count(Point.PUBLISHED),
                        journeys.count(Point.ASSESSMENT),
                        journeys.count(Point.ACCEPTED),
                        journeys.unassessed() + journeys.untold(),
                        stand.databaseBytes() / KILO / KILO,
                        minute.cores()));
        minute.least().forEach((name, taken) -> line.append(noted(hours, name, taken)));
        terminal.line(line.toString());
    }

    private String noted(double hours, String name, Usage taken) {
        followed.note(hours, name, Measure.ANONYMOUS, taken.ownMegabytes());
        followed.note(hours, name, Measure.FILE_MAPPED, taken.fileMegabytes());
        followed.note(hours, name, Measure.THREADS, taken.threads());
        followed.note(hours, name, Measure.FILES, taken.files());
        var touched = stand.processes().javaNames().contains(name) ? notedHeap(hours, name) : 0;
        followed.note(hours, name, Measure.BESIDE_HEAP, taken.ownMegabytes() - touched);
        return " %s: %.0f, %.0f, %.0f, %d, %d;"
                .formatted(name, taken.ownMegabytes(), touched, taken.fileMegabytes(), taken.threads(), taken.files());
    }

    /** The megabytes of the heap that are memory. */
    private double notedHeap(double hours, String name) {
        var process = stand.processes().process(name);
        Jdk.nativeMemory(process)
                .forEach((category, kilobytes) -> followed.noteNative(hours, name, category, kilobytes / KILO));
        return Jdk.heap(process)
                .map(heap -> {
                    var touched = heap.touched(process) / KILO;
                    followed.note(hours, name, Measure.HEAP_TOUCHED, touched);
                    followed.note(hours, name, Measure.HEAP_COMMITTED, heap.committed() / KILO);
                    followed.note(hours, name, Measure.HEAP_USED, heap.used() / KILO);
                    return touched;
                })
                .orElse(0.0);
    }

    private void collect(double hours) {
        for (var name : stand.processes().javaNames()) {
            Jdk.collected(stand.processes().process(name))
                    .ifPresent(heap -> followed.note(hours, name, Measure.HEAP_LIVE, heap.used() / KILO));
        }
    }

    private static double hoursSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toNanos() / 1e9 / SECONDS_OF_AN_HOUR;
    }
}
