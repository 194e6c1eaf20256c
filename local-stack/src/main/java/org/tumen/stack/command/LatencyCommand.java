package org.tumen.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tumen.stack.bench.Latency;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen bench latency}. */
@Command(
        name = "latency",
        description = "From an assessment on the topic to the mail server's and the webhook's acceptance, beside a bare"
                + " consumer that reads the same topic at the same time and only posts.",
        mixinStandardHelpOptions = true)
final class LatencyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--rate", paramLabel = "N", description = "Alerts a second (default: 50).")
    private double rate = 50;

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Runs before and is not counted (default: 30).")
    private int warmUp = 30;

    @Option(names = "--time", paramLabel = "SECONDS", description = "How long it is measured (default: 60).")
    private int time = 60;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all is kept; emptied first (default: ./.tumen/bench).")
    private Path data = Path.of(".tumen", "bench");

    @Option(names = "--port", paramLabel = "N", description = "The first of nine ports (default: 8180).")
    private int port = 8180;

    LatencyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Latency.run(
                BenchSettings.of(data, port, false),
                rate,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(time),
                terminal);
    }
}
