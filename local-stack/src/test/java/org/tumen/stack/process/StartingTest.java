package org.tumen.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.DataDirectory;

/** Starts that are slow, fail, or fail for a while. */
class StartingTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void tellsTheEndOfTheLogOfWhatDoesNotBecomeReadyInTime() throws IOException {
        var data = DataDirectory.at(folder);
        Files.writeString(data.log("slow"), "line of long ago\n".repeat(20) + "waits for the sun\n");
        var supervisor = watching(data, new Trial(() -> false, Duration.ofMillis(300)));

        supervisor.start();
        var ending = supervisor.awaitEnding();
        supervisor.stop();

        assertThat(ending)
                .isEqualTo(new Ending.Broken("slow was not ready after 0.3 s; its log: " + data.log("slow"), 1));
        assertThat(words()).contains("    waits for the sun\n").containsOnlyOnce("waits for the sun");
        assertThat(words().lines().filter(line -> line.contains("long ago"))).hasSize(7);
    }

    @Test
    void triesAgainWhatRanBeforeAndDoesNotStartForAWhile() throws IOException {
        var component = new Trial(() -> true, Component.PATIENCE);
        var supervisor = watching(DataDirectory.at(folder), component);
        supervisor.start();
        supervisor.awaitReady();

        component.fails.set(1);
        started.getFirst().destroyForcibly();

        await().until(() -> words().contains("again in"));
        assertThat(words()).contains("does not start   no space left; trying again");
        assertThat(supervisor.isEnding()).isFalse();
        supervisor.stop();
    }

    @Test
    void givesUpWhatDoesNotStartAtAll() throws IOException {
        var component = new Trial(() -> true, Component.PATIENCE);
        component.fails.set(1);
        var supervisor = watching(DataDirectory.at(folder), component);

        supervisor.start();

        assertThat(supervisor.awaitEnding()).isEqualTo(new Ending.Broken("no space left", 1));
        supervisor.stop();
    }

    @Test
    void saysWhatItWaitsForEverMoreRarely() {
        var watch = new StartWatch();

        assertThat(IntStream.rangeClosed(0, 600).filter(second -> watch.isLineDue(Duration.ofSeconds(second))))
                .containsExactly(30, 120, 300, 480);
    }

    private Supervisor watching(DataDirectory data, Component component) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Supervisor(List.of(component), data, new RunFiles(data.run()), new Terminal(out, out, false));
    }

    private String words() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private final class Trial implements Component {

        private final BooleanSupplier ready;
        private final Duration patience;
        private final AtomicInteger fails = new AtomicInteger();

        Trial(BooleanSupplier ready, Duration patience) {
            this.ready = ready;
            this.patience = patience;
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public String whereabouts() {
            return "";
        }

        @Override
        public List<String> needs() {
            return List.of();
        }

        @Override
        public Launched start() {
            if (fails.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StackException("no space left");
            }
            try {
                var process = new ProcessBuilder("sleep", "300").start();
                started.add(process);
                return Launched.child(process);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean ready() {
            return ready.getAsBoolean();
        }

        @Override
        public Duration patience() {
            return patience;
        }
    }
}
