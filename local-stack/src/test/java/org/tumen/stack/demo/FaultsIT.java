package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.process.FreePorts;

/**
 * The short form of {@code tumen bench faults}: each kind of fault once. It takes minutes, and what it expects supposes that
 * an article is read before its reprints, which a fault can turn round: it runs when it is asked for
 * ({@code -Dtumen.faults=true}).
 */
@EnabledIfSystemProperty(
        named = "tumen.faults",
        matches = "true",
        disabledReason = "takes minutes; -Dtumen.faults=true runs it, and KillIT runs always")
class FaultsIT {

    /** Others at other moments: {@code -Dtumen.faults.seed=…}. */
    private static final long SEED = Long.getLong("tumen.faults.seed", 20261130L);

    private static final int KINDS = 19;

    @TempDir
    Path data;

    @Test
    void losesNothingAndRepeatsNothingUnderASecondIdWhateverGoesWrong() throws Exception {
        var ports = FreePorts.findRows(2);

        try (var faults = TumenProcess.start(
                "faults-it",
                "bench",
                "faults",
                "--faults",
                String.valueOf(KINDS),
                "--every",
                "2",
                "--seed",
                String.valueOf(SEED),
                "--data",
                data.toString(),
                "--port",
                String.valueOf(ports.page()))) {
            var exitCode = faults.exitCodeWithin(Duration.ofMinutes(8));

            assertThat(faults.said())
                    .contains("seed " + SEED + ": " + KINDS + " faults")
                    .contains("0 lost, 0 under a second id, 0 wrong otherwise");
            assertThat(exitCode).isZero();
        }
    }
}
