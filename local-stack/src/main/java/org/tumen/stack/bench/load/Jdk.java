package org.tumen.stack.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tumen.stack.console.StackException;

/** What the tools of the JDK tell of a JVM that runs. */
final class Jdk {

    private static final Pattern HEAP = Pattern.compile("(?m)^\\s*(?:DefNew|Tenured)\\b.*?\\bused (\\d+)K");

    private Jdk() {}

    /** Kilobytes that are left of the heap after a full collection, which this brings about; empty when it does not tell. */
    static OptionalLong liveKilobytes(ProcessHandle process) {
        var pid = String.valueOf(process.pid());
        said("jcmd", pid, "GC.run");
        return heapIn(said("jcmd", pid, "GC.heap_info"));
    }

    /** The sum of the generations of the serial collector, with which all of them run. */
    static OptionalLong heapIn(String report) {
        var found = HEAP.matcher(report)
                .results()
                .mapToLong(one -> Long.parseLong(one.group(1)))
                .toArray();
        return found.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(found).sum());
    }

    /** Begins a recording of what it does. */
    static void beginRecording(ProcessHandle process) {
        said("jcmd", String.valueOf(process.pid()), "JFR.start", "name=load", "settings=profile");
    }

    static void endRecording(ProcessHandle process, Path file) {
        said("jcmd", String.valueOf(process.pid()), "JFR.stop", "name=load", "filename=" + file.toAbsolutePath());
    }

    /** One of the views of a recording, as {@code hot-methods}. */
    static String view(String view, Path file) {
        return said("jfr", "view", "--width", "150", "--truncate", "beginning", view, file.toString());
    }

    private static String said(String tool, String... arguments) {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new StackException("cannot run " + tool + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }
}
