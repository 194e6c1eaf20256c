package org.tumen.stack.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.status.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen status}. */
@Command(
        name = "status",
        description = "Tells what runs: processes, waiting records, feeds and deliveries by state.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder it runs on (default: ./.tumen).")
    private Path data = Path.of(".tumen");

    @Option(names = "--port", paramLabel = "N", description = "The port it was started with (default: 8080).")
    private int port = 8080;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isDirectory(data.resolve("run"))
                || !new Status(new DataDirectory(data.toAbsolutePath().normalize()), new Ports(port), terminal)
                        .tell()) {
            throw new StackException(
                    "nothing runs on " + data.toAbsolutePath().normalize() + " (start it: ./tumen up)");
        }
        return 0;
    }
}
