package org.tumen.stack.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.StackSettings;

/**
 * A steady rate for a long time, to see whether memory, threads and open files stay as they are. The live heap is what a full
 * collection leaves, and one is brought about each minute to tell; so the memory of a process is that of one that collects at least
 * that often.
 */
public final class Soak {

    private static final Duration EACH = Duration.ofMinutes(1);

    /** Caches fill and classes load for a while; what counts as growth begins after it. */
    private static final double WARM_AFTER_HOURS = 1 / 6.0;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Longer than any article takes. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final double SECONDS_OF_AN_HOUR = 3600;

    private final Stand stand;
    private final Terminal terminal;
    private final Map<String, List<Sample>> memory = new LinkedHashMap<>();
    private final Map<String, List<Sample>> live = new LinkedHashMap<>();
    private final Map<String, List<Sample>> threads = new LinkedHashMap<>();
    private final Map<String, List<Sample>> files = new LinkedHashMap<>();

    private Soak(Stand stand, Terminal terminal) {
        this.stand = stand;
        this.terminal = terminal;
    }

    /**
     * Runs it.
     *
     * @param rate articles a second
     * @return the exit code: 0 when no memory, thread or open file grows, and nothing is left waiting
     */
    public static int run(StackSettings settings, int outlets, double rate, Duration time, Terminal terminal) {
        try (var stand = Stand.open(settings, outlets)) {
            return new Soak(stand, terminal).run(rate, time);
        }
    }

    private int run(double rate, Duration time) {
        var begin = Instant.now();
        stand.press().pace(rate);
        terminal.line(
                "minute  published  assessed  alerts  waiting  database MB  cores   process: own MB, live MB, threads, files");
        while (Duration.between(begin, Instant.now()).compareTo(time) < 0) {
            var watched = stand.watch(EACH);
            tellMinute(begin, watched);
            stand.journeys().forget(Instant.now().minus(REMEMBERED));
        }
        var left = stand.drain(PATIENCE);
        terminal.line("");
        var memoryIsFlat = tellSlopes("own memory, MB", memory);
        var heapIsFlat = tellSlopes("live heap, MB", live);
        var threadsAreFlat = tellSlopes("threads", threads);
        var filesAreFlat = tellSlopes("open files", files);
        var flat = memoryIsFlat && heapIsFlat && threadsAreFlat && filesAreFlat;
        terminal.line("%d waiting still, %d seen twice, %d faults; all of it is %s"
                .formatted(left, stand.journeys().again(), stand.faults(), flat ? "flat" : "not flat"));
        return flat && left == 0 && stand.faults() == 0 ? 0 : 1;
    }

    private void tellMinute(Instant begin, Stand.Watched watched) {
        var hours = Duration.between(begin, Instant.now()).toNanos() / 1e9 / SECONDS_OF_AN_HOUR;
        var journeys = stand.journeys();
        var cores =
                watched.used().values().stream().mapToDouble(Duration::toNanos).sum()
                        / watched.time().toNanos();
        var line = new StringBuilder("%6.0f  %9d  %8d  %6d  %7d  %11.1f  %5.2f  "
                .formatted(
                        hours * 60,
                        journeys.count(Point.PUBLISHED),
                        journeys.count(Point.ASSESSMENT),
                        journeys.count(Point.ACCEPTED),
                        journeys.unassessed() + journeys.untold(),
                        stand.databaseBytes() / 1048576.0,
                        cores));
        var usage = stand.processes().usage();
        usage.forEach((name, taken) -> {
            note(memory, name, hours, taken.ownMegabytes());
            note(threads, name, hours, taken.threads());
            note(files, name, hours, taken.files());
            var heap = stand.processes().javaNames().contains(name)
                    ? Jdk.liveKilobytes(stand.processes().process(name))
                    : OptionalLong.empty();
            heap.ifPresent(kilobytes -> note(live, name, hours, kilobytes / 1024.0));
            line.append(" %s: %.0f, %s, %d, %d;"
                    .formatted(
                            name,
                            taken.ownMegabytes(),
                            heap.isPresent() ? "%.1f".formatted(heap.getAsLong() / 1024.0) : "-",
                            taken.threads(),
                            taken.files()));
        });
        terminal.line(line.toString());
    }

    private static void note(Map<String, List<Sample>> all, String name, double hours, double value) {
        all.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Sample(hours, value));
    }

    /** Whether all of them are flat. */
    private boolean tellSlopes(String what, Map<String, List<Sample>> all) {
        var flat = true;
        terminal.line(Terminal.pad(what, 16) + "     mean   growth an hour, and its interval of .95");
        for (var one : all.entrySet()) {
            var warm = one.getValue().stream()
                    .filter(sample -> sample.at() >= WARM_AFTER_HOURS)
                    .toList();
            if (warm.size() < 3) {
                terminal.line(Terminal.pad("  " + one.getKey(), 16) + "too short to tell");
                continue;
            }
            var slope = Slope.of(warm);
            flat &= slope.isFlat();
            terminal.line(Terminal.pad("  " + one.getKey(), 16)
                    + "%9.1f  %+8.2f  (%+.2f to %+.2f)  %s"
                            .formatted(
                                    slope.mean(),
                                    slope.perUnit(),
                                    slope.low(),
                                    slope.high(),
                                    slope.isFlat() ? "flat" : "grows"));
        }
        return flat;
    }
}
