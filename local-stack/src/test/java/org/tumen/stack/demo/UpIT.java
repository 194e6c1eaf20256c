package org.tumen.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.settings.Ports;

/** What is wrong before anything can run: one line, an exit code, nothing left running. */
class UpIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void namesThePortThatIsInUse() throws Exception {
        var ports = FreePorts.find();
        try (var _ = new ServerSocket(ports.database(), 1, InetAddress.ofLiteral(Ports.HOST));
                var up = up(ports)) {
            assertThat(up.exitCodeWithin(PATIENCE)).isEqualTo(1);
            assertThat(up.said()).contains("tumen: port " + ports.database() + " is in use");
        }
        assertNothingRuns();
    }

    @Test
    void saysWhoRunsAlready() throws Exception {
        Files.createDirectories(folder.resolve("data/run"));
        try (var _ = new RunFiles(folder.resolve("data/run")).claim();
                var up = up(FreePorts.find())) {
            assertThat(up.exitCodeWithin(PATIENCE)).isEqualTo(1);
            assertThat(up.said())
                    .isEqualToIgnoringNewLines("tumen: already running (pid "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void tellsABrokenDatabaseAndStopsTheRest() throws Exception {
        Files.createDirectories(folder.resolve("data/database/cluster"));
        Files.writeString(folder.resolve("data/database/cluster/PG_VERSION"), "9.1\n");
        try (var up = up(FreePorts.find())) {
            assertThat(up.exitCodeWithin(PATIENCE)).isEqualTo(1);
            assertThat(up.said()).contains("tumen: the database does not start");
        }
        assertNothingRuns();
    }

    @Test
    void refusesAFaultyFeedListWithItsPlace() throws Exception {
        Files.createDirectories(folder.resolve("config/feeds"));
        Files.writeString(folder.resolve("config/feeds/mine.yaml"), "feeds:\n  - {id: a, every: soon}\n");
        var port = String.valueOf(FreePorts.find().page());
        try (var up = TumenProcess.start(
                "up-it",
                TumenProcess.QUICKLY_COMPILED,
                "up",
                "--config",
                folder.resolve("config").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--port",
                port)) {
            assertThat(up.exitCodeWithin(Duration.ofMinutes(2))).isEqualTo(78);
            assertThat(up.said().lines().filter(line -> line.startsWith("tumen:")))
                    .singleElement()
                    .asString()
                    .startsWith("tumen: Configuration error: ")
                    .contains("mine.yaml:2");
        }
        assertNothingRuns();
    }

    private TumenProcess up(Ports ports) throws Exception {
        return TumenProcess.start(
                "up-it", "up", "--data", folder.resolve("data").toString(), "--port", String.valueOf(ports.page()));
    }

    private void assertNothingRuns() throws Exception {
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .commandLine()
                                .filter(line -> line.contains(folder.toString()))
                                .isPresent()))
                .isEmpty();
    }
}
