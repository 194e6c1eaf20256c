package org.tumen.stack.bench.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tumen.stack.console.StackException;

/** What the tools of the JDK tell of a JVM that runs. */
final class Jdk {

    private Jdk() {}

    /** Its heap as it is; empty when it does not tell. */
    static Optional<Heap> heap(ProcessHandle process) {
        return Heap.in(said("jcmd", String.valueOf(process.pid()), "GC.heap_info"));
    }

    /** What is left of it after a full collection, which this brings about. */
    static Optional<Heap> collected(ProcessHandle process) {
        said("jcmd", String.valueOf(process.pid()), "GC.run");
        return heap(process);
    }

    /** Kilobytes by category; none when it was not started to count them. */
    static Map<String, Long> nativeMemory(ProcessHandle process) {
        return NativeMemory.in(said("jcmd", String.valueOf(process.pid()), "VM.native_memory", "summary"));
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
