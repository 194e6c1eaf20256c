package org.tumen.stack.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tumen.stack.console.StackException;
import org.tumen.stack.process.MoreEnvironment;

/**
 * Sets the clocks of single processes, by libfaketime: their calls for the time of day are answered with another one, which
 * a file names and which can change while they run. Time that only passes (what a monotonic clock shows) stays as it is, as
 * when somebody sets the clock of a machine.
 *
 * @param library libfaketime's
 * @param folder where the files are
 */
record WrongClocks(Path library, Path folder) implements MoreEnvironment {

    private static final List<String> PLACES = List.of(
            "/usr/lib/x86_64-linux-gnu/faketime",
            "/usr/lib/aarch64-linux-gnu/faketime",
            "/usr/lib64/faketime",
            "/usr/lib/faketime",
            "/usr/local/lib/faketime");

    /** Empty where libfaketime is not installed. */
    static Optional<WrongClocks> in(Path folder) {
        return PLACES.stream()
                .flatMap(place -> Stream.of("libfaketimeMT.so.1", "libfaketime.so.1")
                        .map(name -> Path.of(place).resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(library -> new WrongClocks(library, folder));
    }

    @Override
    public Map<String, String> of(String name) {
        set(name, Duration.ZERO);
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file(name).toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "FAKETIME_FORCE_MONOTONIC_FIX", "0", // With it, every wait of a JVM ends at once.
                "NO_FAKE_STAT", "1");
    }

    /** Counts within a second or so. */
    void set(String name, Duration by) {
        try {
            var next = Files.writeString(
                    folder.resolve(name + ".clock.next"), (by.isNegative() ? "" : "+") + by.toSeconds() + "\n");
            Files.move(next, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException("cannot set a clock: " + e.getMessage(), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".clock");
    }
}
