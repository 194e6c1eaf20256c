package org.tumen.stack.fault;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongClocksIT {

    private static final String CLOCK = """
            public class Clock {
                public static void main(String[] none) throws InterruptedException {
                    while (true) {
                        System.out.println(System.currentTimeMillis());
                        Thread.sleep(100);
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void areWrongForAWhileAndThenRightAgain() throws IOException {
        var found = WrongClocks.in(folder);
        assumeThat(found).as("libfaketime is installed").isPresent();
        var clocks = found.orElseThrow();
        var source = Files.writeString(folder.resolve("Clock.java"), CLOCK);
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), source.toString())
                .redirectErrorStream(true);
        builder.environment().putAll(clocks.of("clock"));
        var process = builder.start();
        try (var said = process.inputReader()) {
            awaitError(said, Duration.ZERO);
            clocks.set("clock", Duration.ofHours(2));
            awaitError(said, Duration.ofHours(2));
            clocks.set("clock", Duration.ofSeconds(-90));
            awaitError(said, Duration.ofSeconds(-90));
            clocks.set("clock", Duration.ZERO);
            awaitError(said, Duration.ZERO);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Reads lines until one has this error. */
    private static void awaitError(BufferedReader said, Duration error) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    var told = Instant.ofEpochMilli(Long.parseLong(requireNonNull(said.readLine())));
                    var off = Duration.between(Instant.now(), told);
                    return off.minus(error).abs().compareTo(Duration.ofSeconds(2)) < 0;
                });
    }
}
