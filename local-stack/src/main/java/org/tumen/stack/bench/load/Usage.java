package org.tumen.stack.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tumen.stack.console.StackException;

/**
 * What a process and those that it started take of the machine at one moment, as Linux tells it.
 *
 * @param kilobytes resident memory; what several share counts once (proportional set size)
 * @param ownKilobytes of it all but files that are mapped, of which other processes have their share and give it back
 * @param fileKilobytes of it the files that are mapped
 * @param threads of the system; virtual ones are none
 * @param files descriptors that are open: files, pipes and sockets
 */
record Usage(long kilobytes, long ownKilobytes, long fileKilobytes, int threads, int files) {

    static final Usage NONE = new Usage(0, 0, 0, 0, 0);

    static Usage of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Usage::ofOne)
                .reduce(NONE, Usage::plus);
    }

    double megabytes() {
        return kilobytes / 1024.0;
    }

    double ownMegabytes() {
        return ownKilobytes / 1024.0;
    }

    double fileMegabytes() {
        return fileKilobytes / 1024.0;
    }

    /** @throws StackException where it is not told */
    static void requireTold() {
        if (!Files.exists(Path.of("/proc/self/smaps_rollup"))) {
            throw new StackException("this bench reads what processes take from /proc, which only Linux has");
        }
    }

    /** The lower of each figure. */
    Usage least(Usage other) {
        return new Usage(
                Math.min(kilobytes, other.kilobytes),
                Math.min(ownKilobytes, other.ownKilobytes),
                Math.min(fileKilobytes, other.fileKilobytes),
                Math.min(threads, other.threads),
                Math.min(files, other.files));
    }

    private Usage plus(Usage other) {
        return new Usage(
                kilobytes + other.kilobytes,
                ownKilobytes + other.ownKilobytes,
                fileKilobytes + other.fileKilobytes,
                threads + other.threads,
                files + other.files);
    }

    private static Usage ofOne(ProcessHandle process) {
        var folder = Path.of("/proc", String.valueOf(process.pid()));
        try (var files = Files.list(folder.resolve("fd"))) {
            var memory = Files.readAllLines(folder.resolve("smaps_rollup"));
            return new Usage(
                    in(memory, "Pss:"),
                    in(memory, "Pss_Anon:") + in(memory, "Pss_Shmem:"),
                    in(memory, "Pss_File:"),
                    Math.toIntExact(field(folder.resolve("status"), "Threads:")),
                    Math.toIntExact(files.count()));
        } catch (IOException _) {
            return NONE; // Gone in the meantime.
        }
    }

    private static long field(Path file, String name) throws IOException {
        return in(Files.readAllLines(file), name);
    }

    /** The figure on the line of this name; 0 when there is no such line. */
    static long in(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }
}
