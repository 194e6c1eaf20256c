package org.tumen.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.fault.Faults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen bench faults}. */
@Command(
        name = "faults",
        description =
                "Gives the newsroom's fortnight on the whole of Tumen while its processes are killed (signal 9) and"
                        + " paused and its lines to broker, database, mail server and webhook are cut, silent or slow, and counts"
                        + " what is lost, comes under a second id or is late.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--faults", paramLabel = "N", description = "How many (default: 100).")
    private int faults = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Others, in another order (default: 1).")
    private long seed = 1;

    @Option(names = "--every", paramLabel = "SECONDS", description = "From one to the next (default: 6).")
    private int every = 6;

    @Option(names = "--late", paramLabel = "SECONDS", description = "What takes longer is late (default: 120).")
    private int late = 120;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all is kept; emptied first (default: ./.tumen/faults).")
    private Path data = Path.of(".tumen", "faults");

    @Option(names = "--port", paramLabel = "N", description = "The first of nineteen ports (default: 8280).")
    private int port = 8280;

    FaultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Faults.run(
                BenchSettings.of(data, port, true),
                seed,
                faults,
                Duration.ofSeconds(every),
                Duration.ofSeconds(late),
                terminal);
    }
}
