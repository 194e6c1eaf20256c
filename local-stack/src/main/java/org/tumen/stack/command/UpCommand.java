package org.tumen.stack.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.Ending;
import org.tumen.stack.settings.ConfigDirectory;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import org.tumen.stack.up.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen up}. */
@Command(
        name = "up",
        description = "Starts broker, database and the three services, and keeps them running until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder with the layout of seeds/; what it lacks is taken from seeds/.")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ./.tumen).")
    private Path data = Path.of(".tumen");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the page of alerts is; the next five ports are taken as well (default: 8080).")
    private int port = 8080;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var home = Home.ofThisJar();
        var ports = new Ports(port);
        var settings = new StackSettings(
                home, ConfigDirectory.given(config, home.seeds()), DataDirectory.at(data), ports, false);
        var stack = Stack.on(settings, terminal);
        terminal.title(
                "Tumen " + terminal.dim("keeps its data in " + settings.data().root()));
        return exitCode(stack.run(() -> whereToLook(ports, stack)));
    }

    /** What a command ends with, having told why on standard error when something broke. */
    static int exitCode(Ending ending) {
        return switch (ending) {
            case Ending.Asked _ -> 0;
            case Ending.Broken(var message, var exitCode) -> throw new StackException(message, exitCode);
        };
    }

    private void whereToLook(Ports ports, Stack stack) {
        terminal.line("");
        terminal.line("  Alerts      " + terminal.strong("http://" + Ports.HOST + ":" + ports.page() + "/"));
        stack.firstLogin().ifPresent(words -> terminal.line("  " + words));
        terminal.line("  How it is   ./tumen status" + (data.equals(Path.of(".tumen")) ? "" : " --data " + data)
                + (port == 8080 ? "" : " --port " + port));
        terminal.line("  Stop it     Ctrl-C");
        terminal.line("");
    }
}
