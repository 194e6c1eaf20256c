package org.tumen.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.bench.load.Soak;
import org.tumen.stack.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen bench soak}. */
@Command(
        name = "soak",
        description =
                "The whole of Tumen at a steady rate of articles, as in load, for a long time: each minute the memory, heap,"
                        + " threads and open files of each process, in logs/soak.csv as well, and at the end by how much each grows in an"
                        + " hour and which of them grow for certain.",
        mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--rate", paramLabel = "N", description = "Articles a second (default: 5).")
    private double rate = 5;

    @Option(
            names = "--warm-up-rate",
            paramLabel = "N",
            description = "The same in the first ten minutes, which do not count (default: three times the rate).")
    private @Nullable Double warmUpRate;

    @Option(names = "--time", paramLabel = "SECONDS", description = "How long (default: 3600).")
    private int time = 3600;

    @Option(
            names = "--collect",
            paramLabel = "MINUTES",
            description = "Every so many minutes a full collection tells the live heap (default: 10; 0 for never).")
    private int collect = 10;

    @Option(
            names = "--native",
            description = "The JVMs count their native memory by category, which takes some of both memory and time.")
    private boolean tracksNative;

    @Option(
            names = "--outlets",
            paramLabel = "N",
            description = "How many sites there are, each with a host (default: 40).")
    private int outlets = 40;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where all is kept; emptied first (default: ./.tumen/soak).")
    private Path data = Path.of(".tumen", "soak");

    @Option(names = "--port", paramLabel = "N", description = "The first of nine ports (default: 8380).")
    private int port = 8380;

    SoakCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Soak.run(
                BenchSettings.of(data, port, false),
                new Soak.Plan(
                        outlets,
                        rate,
                        warmUpRate == null ? 3 * rate : warmUpRate,
                        Duration.ofSeconds(time),
                        collect,
                        tracksNative),
                terminal);
    }
}
