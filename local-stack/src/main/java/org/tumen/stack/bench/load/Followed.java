package org.tumen.stack.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tumen.stack.bench.load.Slope.Verdict;
import org.tumen.stack.console.Terminal;

/** What was measured of the processes minute by minute, kept in a file as well, and what it says in the end. */
final class Followed {

    /** Caches fill and classes load for a while; what counts as growth begins after it. */
    private static final double WARM_AFTER_HOURS = 1 / 6.0;

    private static final int FEWEST = 5;

    /** Of native memory: less than this much in an hour is not worth a line. */
    private static final double WORTH_A_LINE = 0.1;

    private final Map<Measure, Map<String, List<Sample>>> measured = new TreeMap<>();
    private final Map<String, List<Sample>> nativeMemory = new TreeMap<>();
    private final Path file;

    /**
     * Begins the file.
     *
     * @param file of {@code hours,process,measure,value}
     */
    Followed(Path file) {
        this.file = file;
        write("hours,process,measure,value", StandardOpenOption.TRUNCATE_EXISTING);
    }

    void note(double hours, String process, Measure measure, double value) {
        measured.computeIfAbsent(measure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(process, _ -> new ArrayList<>())
                .add(new Sample(hours, value));
        keep(hours, process, measure.title(), value);
    }

    void noteNative(double hours, String process, String category, double value) {
        nativeMemory
                .computeIfAbsent(process + ": " + category, _ -> new ArrayList<>())
                .add(new Sample(hours, value));
        keep(hours, process, "native " + category + ", MB", value);
    }

    /** Tells all of it, and whether nothing that must not grow does. */
    boolean tell(Terminal terminal) {
        var all = new TreeMap<Verdict, List<String>>();
        measured.forEach((measure, processes) -> {
            terminal.line(Terminal.pad(measure.title(), 22) + "     mean   growth an hour, and its interval of .95");
            processes.forEach((process, samples) -> {
                var verdict = tellOne(terminal, process, samples, measure.least());
                if (measure.decides()) {
                    all.computeIfAbsent(verdict, _ -> new ArrayList<>()).add(measure.title() + " of " + process);
                }
            });
        });
        tellNative(terminal);
        var grows = all.getOrDefault(Verdict.GROWS, List.of());
        var undecided = all.getOrDefault(Verdict.UNDECIDED, List.of());
        terminal.line("");
        terminal.line("grows: " + (grows.isEmpty() ? "nothing" : String.join("; ", grows)));
        terminal.line("cannot be told: " + (undecided.isEmpty() ? "nothing" : String.join("; ", undecided)));
        terminal.line("flat: " + all.getOrDefault(Verdict.FLAT, List.of()).size() + " of "
                + all.values().stream().mapToInt(List::size).sum());
        return grows.isEmpty();
    }

    private void tellNative(Terminal terminal) {
        if (nativeMemory.isEmpty()) {
            return;
        }
        terminal.line(Terminal.pad("native, committed, MB", 38) + "     mean   growth an hour, where there is one");
        nativeMemory.forEach((name, samples) -> {
            var warm = warm(samples);
            if (warm.size() >= FEWEST && Math.abs(Slope.of(warm).perUnit()) >= WORTH_A_LINE) {
                terminal.line(Terminal.pad("  " + name, 38) + told(Slope.of(warm)));
            }
        });
    }

    private static Verdict tellOne(Terminal terminal, String process, List<Sample> samples, double least) {
        var warm = warm(samples);
        if (warm.size() < FEWEST) {
            terminal.line(Terminal.pad("  " + process, 22) + "too short to tell");
            return Verdict.UNDECIDED;
        }
        var slope = Slope.of(warm);
        var verdict = slope.verdict(least);
        terminal.line(Terminal.pad("  " + process, 22) + told(slope) + "  "
                + switch (verdict) {
                    case FLAT -> "flat";
                    case GROWS -> "grows";
                    case UNDECIDED -> "cannot be told";
                });
        return verdict;
    }

    private static String told(Slope slope) {
        return "%9.1f  %+8.2f  (%+.2f to %+.2f)".formatted(slope.mean(), slope.perUnit(), slope.low(), slope.high());
    }

    private static List<Sample> warm(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.at() >= WARM_AFTER_HOURS)
                .toList();
    }

    private void keep(double hours, String process, String measure, double value) {
        write("%.4f,%s,\"%s\",%.3f".formatted(hours, process, measure, value), StandardOpenOption.APPEND);
    }

    private void write(String line, StandardOpenOption how) {
        try {
            Files.writeString(file, line + System.lineSeparator(), StandardOpenOption.CREATE, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
