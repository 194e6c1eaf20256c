package org.tumen.stack.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.stack.console.Terminal;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up --help",
                "demo --help",
                "status --help",
                "deliveries --help",
                "dead-letters --help",
                "dead-letters replay --help",
                "precision --help",
                "feedback --help",
                "backup --help",
                "restore --help",
                "rebuild --help",
                "bench kills --help",
                "bench faults --help",
                "bench latency --help",
                "bench load --help",
                "bench soak --help"
            })
    void startsEveryCommand(String line) {
        var silent = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
        assertThat(Main.run(line.split(" ", -1), new Terminal(silent, silent, false)))
                .isZero();
    }
}
