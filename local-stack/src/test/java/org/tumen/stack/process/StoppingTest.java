package org.tumen.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.DataDirectory;

class StoppingTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void stopsTheOthersWhenOneCannotBeAsked() {
        var data = DataDirectory.at(folder);
        var first = new Sleeper("first", false);
        var second = new Sleeper("second", true);
        var third = new Sleeper("third", false);
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var supervisor = new Supervisor(
                List.of(first, second, third), data, new RunFiles(data.run()), new Terminal(out, out, false));
        supervisor.start();
        supervisor.awaitReady();

        supervisor.stop();

        assertThat(List.of(first, second, third)).noneMatch(Sleeper::runs);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("second      does not listen  pg_ctl failed");
    }

    /** A process that does nothing. */
    private static final class Sleeper implements Component {

        private final String name;
        private final boolean deaf;
        private final Process process;

        Sleeper(String name, boolean deaf) {
            this.name = name;
            this.deaf = deaf;
            try {
                this.process = new ProcessBuilder("sleep", "300").start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean runs() {
            return process.isAlive();
        }

        @Override
        public String name() {
            return name;
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
            return Launched.child(process);
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void stop(ProcessHandle process) {
            if (deaf) {
                throw new StackException("pg_ctl failed");
            }
            process.destroy();
        }
    }
}
