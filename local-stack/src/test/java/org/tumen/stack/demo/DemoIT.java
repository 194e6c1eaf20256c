package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.process.FreePorts;

/** The shipped jars as processes, from a feed entry to a mail and a signed webhook. */
class DemoIT {

    @TempDir
    Path data;

    @Test
    void bringsEveryExpectedAlertByBothChannelsAndNoNoise() throws Exception {
        var port = String.valueOf(FreePorts.find().page());

        try (var demo = TumenProcess.start("demo-it", "demo", "--once", "--data", data.toString(), "--port", port)) {
            var exitCode = demo.exitCodeWithin(Duration.ofMinutes(4));

            assertThat(demo.said()).contains("Demo passed").doesNotContain("died");
            assertThat(exitCode).isZero();
        }
    }
}
