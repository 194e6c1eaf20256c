package org.tumen.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.tumen.stack.console.StackException;

/** What the end of a process means, from its exit code and the last lines of its log. */
final class Deaths {

    private static final String CONFIGURATION_ERROR = "Configuration error: ";
    private static final int SIGNALLED = 128;

    private Deaths() {}

    /** In words: {@code killed by signal 9}, {@code exit code 1}. */
    static String inWords(OptionalInt exitCode) {
        if (exitCode.isEmpty()) {
            return "gone";
        }
        var code = exitCode.getAsInt();
        return code > SIGNALLED ? "killed by signal " + (code - SIGNALLED) : "exit code " + code;
    }

    /** Empty when a new start may help. */
    static Optional<Ending.Broken> settled(Component component, OptionalInt exitCode, boolean wasReady, Path log) {
        if (exitCode.isPresent() && exitCode.getAsInt() == StackException.CONFIGURATION) {
            var fault = lastLineWith(CONFIGURATION_ERROR, log).orElse(CONFIGURATION_ERROR + "see " + log);
            return Optional.of(new Ending.Broken(fault, StackException.CONFIGURATION));
        }
        if (!wasReady && exitCode.isPresent() && exitCode.getAsInt() < SIGNALLED) {
            return Optional.of(new Ending.Broken(
                    component.name() + " ended before it was ready (" + inWords(exitCode) + "); its log: " + log, 1));
        }
        return Optional.empty();
    }

    private static Optional<String> lastLineWith(String words, Path log) {
        try (var lines = java.nio.file.Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(words))
                    .reduce((_, last) -> last)
                    .map(line -> new String(
                            line.substring(line.indexOf(words)).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                            java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // The log's place is told instead.
        }
    }
}
