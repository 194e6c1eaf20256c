package org.tumen.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.fault.Faults;
import org.tumen.stack.fault.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen bench faults}. */
@Command(
        name = "faults",
        description = "Gives the newsroom's fortnight on the whole of Tumen while its processes are killed (signal 9),"
                + " paused and replaced, its lines to broker, database, mail server and webhook are cut, silent or"
                + " slow, disks are full and clocks wrong, and counts what is lost, comes under a second id or is"
                + " late. A full disk takes root, or `unshare -rm` before the command; a wrong clock libfaketime.",
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
            names = "--instances",
            paramLabel = "N",
            description = "How many of each service, on ports of their own (default: 1).")
    private int instances = 1;

    @Option(
            names = "--rolling",
            description = "Nothing breaks: one service after the other is replaced by a second instance of it, as a new"
                    + " version would be.")
    private boolean rolling;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            description =
                    "Faults whose kind begins so: killed, paused, cut off, silent, slow, disk full, clock wrong, rolled;"
                            + " \"clock wrong: alert\" for those of one part.")
    private String only = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all is kept; emptied first (default: ./.tumen/faults).")
    private Path data = Path.of(".tumen", "faults");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The first of thirty ports, and of twenty more for each further instance (default: 8280).")
    private int port = 8280;

    FaultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var trial = new Trial(
                seed,
                faults,
                Duration.ofSeconds(every),
                Duration.ofSeconds(late),
                instances,
                rolling ? "rolled" : only);
        return Faults.run(BenchSettings.of(data, port, true), trial, terminal);
    }
}
