package org.tumen.stack.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.recovery.AlertState;
import org.tumen.stack.settings.ConfigDirectory;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen rebuild}. */
@Command(
        name = "rebuild",
        description =
                "Makes history, baseline, stories and alerts anew of what stands on the topics, after a loss of the"
                        + " database, while Tumen does not run. Nobody is told a second time.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--config", paramLabel = "DIR", description = "As of ./tumen up.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: ./.tumen).")
    private Path data = Path.of(".tumen");

    @Option(names = "--port", paramLabel = "N", description = "The port it is started with (default: 8080).")
    private int port = 8080;

    RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var home = Home.ofThisJar();
        AlertState.rebuild(
                new StackSettings(
                        home,
                        ConfigDirectory.given(config, home.seeds()),
                        DataDirectory.at(data),
                        new Ports(port),
                        false),
                terminal);
        return 0;
    }
}
