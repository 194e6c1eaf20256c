package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.process.FreePorts;

/**
 * The short form of {@code tumen bench faults}: each kind of fault once, and each service replaced once by a second instance.
 * It takes minutes, and what the first expects supposes that an article is read before its reprints, which a fault can turn
 * round: it runs when it is asked for ({@code -Dtumen.faults=true}).
 */
@EnabledIfSystemProperty(
        named = "tumen.faults",
        matches = "true",
        disabledReason = "takes minutes; -Dtumen.faults=true runs it, and KillIT runs always")
class FaultsIT {

    /** Others at other moments: {@code -Dtumen.faults.seed=…}. */
    private static final long SEED = Long.getLong("tumen.faults.seed", 20261130L);

    /** Where a disk can be filled and a clock be set; elsewhere some of the others come twice. */
    private static final int KINDS = 29;

    private static final int SERVICES = 3;

    @TempDir
    Path data;

    @Test
    void losesNothingAndRepeatsNothingUnderASecondIdWhateverGoesWrong() throws Exception {
        run("faults-it", KINDS, "2");
    }

    @Test
    void losesNothingWhenEachServiceIsReplacedWhileNewsComesIn() throws Exception {
        assertThat(run("rolling-it", SERVICES, "15", "--rolling"))
                .containsPattern("rolled: crawler +1")
                .containsPattern("rolled: classifier +1")
                .containsPattern("rolled: alert +1");
    }

    private String run(String name, int count, String every, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of(
                "bench",
                "faults",
                "--faults",
                String.valueOf(count),
                "--every",
                every,
                "--seed",
                String.valueOf(SEED),
                "--data",
                data.toString(),
                "--port",
                String.valueOf(FreePorts.findRows(3).page())));
        arguments.addAll(List.of(more));
        try (var faults = TumenProcess.start(name, arguments.toArray(String[]::new))) {
            var exitCode = faults.exitCodeWithin(Duration.ofMinutes(10));

            assertThat(faults.said())
                    .contains("seed " + SEED + ": " + count + " faults")
                    .contains("0 lost, 0 under a second id, 0 wrong otherwise");
            assertThat(exitCode).isZero();
            return faults.said();
        }
    }
}
