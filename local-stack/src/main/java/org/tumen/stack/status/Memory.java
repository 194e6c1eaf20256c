package org.tumen.stack.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes take. */
final class Memory {

    private Memory() {}

    /**
     * The resident memory of a process and those that it started, in kilobytes. Memory that several share counts once
     * where the system can tell (Linux: the proportional set size).
     *
     * @return 0 when the system does not tell
     */
    public static long kilobytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofOne)
                .sum();
    }

    private static long ofOne(ProcessHandle process) {
        var folder = Path.of("/proc", String.valueOf(process.pid()));
        try {
            if (!Files.isDirectory(folder)) {
                return fromPs(process.pid());
            }
            return field(folder.resolve("smaps_rollup"), "Pss:");
        } catch (IOException e) {
            return 0; // Gone in the meantime, or somebody else's.
        }
    }

    private static long field(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .findFirst()
                    .map(Long::parseLong)
                    .orElse(0L);
        }
    }

    private static long fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
        var text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
