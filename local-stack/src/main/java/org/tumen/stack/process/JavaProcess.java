package org.tumen.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tumen.stack.console.StackException;

/**
 * A JVM of the stack, on the JDK that runs this one.
 *
 * @param log where its output goes, added to what is there
 * @param jvmOptions memory and the like
 * @param target {@code -jar x.jar}, or {@code -cp x.jar Main}
 * @param arguments of the program
 * @param environment secrets among it: they do not show in a list of processes
 * @param endsWithUs whether it watches its standard input, and ends when we do
 */
public record JavaProcess(
        Path log,
        List<String> jvmOptions,
        List<String> target,
        List<String> arguments,
        Map<String, String> environment,
        boolean endsWithUs) {

    private static final long LARGEST_LOG = 20_000_000;

    /**
     * The compilers of a JVM take tens of megabytes from the C library for a large method and give them back to it, which keeps them
     * apart for each of up to eight threads a processor. With two such pools, and what is free in them handed to the system each minute,
     * they are not kept (ADR 0041).
     */
    private static final String POOLS = "MALLOC_ARENA_MAX";

    private static final String GIVE_BACK = "-XX:TrimNativeHeapInterval=60000";

    /** Ctrl-C goes to every process of the terminal; these are to wait until they are stopped in their turn. */
    private static final List<String> DEAF_TO_THE_TERMINAL = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public Process start() {
        var command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED"); // Netty, compression and the like bring native code.
        command.add(GIVE_BACK);
        command.addAll(jvmOptions);
        command.addAll(target);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (!endsWithUs) {
            builder.redirectInput(Path.of("/dev/null").toFile());
        }
        builder.environment().putIfAbsent(POOLS, "2");
        builder.environment().putAll(environment);
        try {
            startNewLogWhenLarge();
            return builder.start();
        } catch (IOException e) {
            throw new StackException("cannot start " + command.get(4) + ": " + e.getMessage(), e);
        }
    }

    private void startNewLogWhenLarge() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
