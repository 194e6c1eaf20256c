package org.tumen.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tumen.stack.bench.load.Load;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen bench load}. */
@Command(
        name = "load",
        description =
                "The highest steady rate of articles from their site to the delivered alert, on the whole of Tumen and outlets"
                        + " that a hub pushes; at half of it the time of each hop, beside three bare hops of Kafka and a"
                        + " post; start-up time, memory and processor time of each process. One article in five tells a signal, and"
                        + " each that does is a story of its own.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--first",
            paramLabel = "N",
            description = "Articles a second to warm up with and to begin the search with (default: 20).")
    private double first = 20;

    @Option(names = "--most", paramLabel = "N", description = "No rate above this is tried (default: 1000).")
    private double most = 1000;

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Before anything counts (default: 40).")
    private int warmUp = 40;

    @Option(names = "--step", paramLabel = "SECONDS", description = "How long each rate is tried (default: 10).")
    private int step = 10;

    @Option(
            names = "--search",
            paramLabel = "SECONDS",
            description = "The longest that the search may take (default: 110).")
    private int search = 110;

    @Option(names = "--time", paramLabel = "SECONDS", description = "How long half the rate is measured (default: 40).")
    private int time = 40;

    @Option(
            names = "--outlets",
            paramLabel = "N",
            description = "How many sites there are, each with a host (default: 40).")
    private int outlets = 40;

    @Option(
            names = "--profile",
            description = "Records each service at full rate (JFR), into its folder of logs, and shows what was hot.")
    private boolean profile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all is kept; emptied first (default: ./.tumen/bench).")
    private Path data = Path.of(".tumen", "bench");

    @Option(names = "--port", paramLabel = "N", description = "The first of nine ports (default: 8180).")
    private int port = 8180;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Load.run(
                BenchSettings.of(data, port, false),
                new Load.Plan(
                        outlets,
                        first,
                        most,
                        Duration.ofSeconds(warmUp),
                        Duration.ofSeconds(step),
                        Duration.ofSeconds(search),
                        Duration.ofSeconds(time),
                        profile),
                terminal);
    }
}
