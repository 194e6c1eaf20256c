package org.tumen.stack.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The heap of a JVM with the serial collector, with which all of them run.
 *
 * @param used kilobytes of objects, garbage among them
 * @param committed kilobytes that it may fill without asking for more
 * @param from its first address
 * @param until the first address after it, with what is reserved only
 */
record Heap(long used, long committed, long from, long until) {

    private static final Pattern GENERATION = Pattern.compile(
            "(?m)^\\s*(?:DefNew|Tenured)\\b.*?\\bused (\\d+)K \\[0x([0-9a-f]+), 0x([0-9a-f]+), 0x([0-9a-f]+)\\)");

    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-[0-9a-f]+ [-rwxps]{4} .*");

    /** Read from what {@code jcmd GC.heap_info} says; empty when it is of another collector. */
    static Optional<Heap> in(String report) {
        return GENERATION
                .matcher(report)
                .results()
                .map(one -> {
                    var begin = address(one.group(2));
                    return new Heap(
                            Long.parseLong(one.group(1)),
                            (address(one.group(3)) - begin) / 1024,
                            begin,
                            address(one.group(4)));
                })
                .reduce(Heap::with);
    }

    private Heap with(Heap other) {
        return new Heap(
                used + other.used,
                committed + other.committed,
                Math.min(from, other.from),
                Math.max(until, other.until));
    }

    /** Kilobytes of it that have been written to, and so are memory; 0 when the process is gone. */
    long touched(ProcessHandle process) {
        try {
            return touchedIn(Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "smaps")));
        } catch (IOException _) {
            return 0;
        }
    }

    /** The same of a list of mappings, as {@code /proc/PID/smaps} has it. */
    long touchedIn(List<String> mappings) {
        var kilobytes = 0L;
        var inside = false;
        for (var line : mappings) {
            var mapping = MAPPING.matcher(line);
            if (mapping.matches()) {
                var begin = address(mapping.group(1));
                inside = begin >= from && begin < until;
            } else if (inside && line.startsWith("Anonymous:")) {
                kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kilobytes;
    }

    private static long address(String hexadecimal) {
        return Long.parseUnsignedLong(hexadecimal, 16);
    }
}
