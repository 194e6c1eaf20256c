package org.tumen.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tumen.stack.bench.Kills;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen bench kills}. */
@Command(
        name = "kills",
        description = "Kills the alert service (signal 9) at seeded steps and moments while alerts flow through broker,"
                + " database, mail server and webhook, and counts what is lost, comes under a second id or is sent again"
                + " by a restart.",
        mixinStandardHelpOptions = true)
final class KillsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--count", paramLabel = "N", description = "How many kills (default: 200).")
    private int count = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Another order and other moments (default: 1).")
    private long seed = 1;

    @Option(names = "--rate", paramLabel = "N", description = "Alerts a second, each told four times (default: 2).")
    private double rate = 2;

    @Option(names = "--most", paramLabel = "MINUTES", description = "No kill begins after this (default: 60).")
    private int minutes = 60;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all is kept; emptied first (default: ./.tumen/bench).")
    private Path data = Path.of(".tumen", "bench");

    @Option(names = "--port", paramLabel = "N", description = "The first of nine ports (default: 8180).")
    private int port = 8180;

    KillsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Kills.run(BenchSettings.of(data, port, true), count, seed, rate, Duration.ofMinutes(minutes), terminal);
    }
}
