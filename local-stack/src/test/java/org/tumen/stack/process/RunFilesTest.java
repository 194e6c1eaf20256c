package org.tumen.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.stack.console.StackException;

class RunFilesTest {

    @TempDir
    Path folder;

    @Test
    void findsAProcessThatStillRuns() {
        var files = new RunFiles(folder);

        files.write("broker", ProcessHandle.current());

        assertThat(files.alive("broker")).contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeAPidThatWasGivenToSomebodyElseForOurs() throws IOException {
        var earlier = Instant.now().minus(Duration.ofHours(3));
        Files.writeString(folder.resolve("broker.pid"), ProcessHandle.current().pid() + " " + earlier + "\n");

        assertThat(new RunFiles(folder).alive("broker")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "twelve 2026-11-22T10:00:00Z", "12 yesterday"})
    void readsNobodyFromHalfAFile(String text) throws IOException {
        Files.writeString(folder.resolve("broker.pid"), text);

        assertThat(new RunFiles(folder).alive("broker")).isEmpty();
    }

    @Test
    void forgetsAProcessThatEnded() {
        var files = new RunFiles(folder);
        files.write("broker", ProcessHandle.current());

        files.remove("broker");

        assertThat(files.alive("broker")).isEmpty();
    }

    @Test
    void letsOnlyOneLookAfterADataDirectory() throws IOException {
        var files = new RunFiles(folder);
        try (var _ = files.claim()) {
            assertThatThrownBy(files::claim)
                    .isInstanceOf(StackException.class)
                    .hasMessage(
                            "already running (pid " + ProcessHandle.current().pid() + ")");
        }
        files.claim().close();
    }
}
