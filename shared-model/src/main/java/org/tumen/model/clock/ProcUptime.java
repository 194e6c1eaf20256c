package org.tumen.model.clock;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Linux tells in {@code /proc/uptime} (proc(5)) for how many seconds the machine has been up, its sleep included. */
final class ProcUptime {

    private static final Path FILE = Path.of("/proc/uptime");

    private ProcUptime() {}

    static @Nullable Duration read() {
        try {
            var seconds = Files.readString(FILE).split(" ", 2)[0];
            return Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValue());
        } catch (IOException | NumberFormatException e) {
            return null; // Another system.
        }
    }
}
