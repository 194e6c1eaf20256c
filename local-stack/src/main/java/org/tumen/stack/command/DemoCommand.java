package org.tumen.stack.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.demo.ComposeDemo;
import org.tumen.stack.demo.Demo;
import org.tumen.stack.settings.ConfigDirectory;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tumen demo}. */
@Command(
        name = "demo",
        description = "Starts everything on an offline newsroom of its own and shows each alert as it arrives.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /** Wrong words on the command line (sysexits.h, EX_USAGE). */
    private static final int USAGE = 64;

    private final Terminal terminal;

    @Option(
            names = "--once",
            description =
                    "Ends after the scripted fortnight: 0 when every expected alert arrived by mail and by webhook"
                            + " and no noise did, else 1 and what is missing.")
    private boolean once;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ./.tumen/demo).")
    private Path data = Path.of(".tumen", "demo");

    @Option(names = "--keep", description = "Goes on with what an earlier demo stored; it starts afresh otherwise.")
    private boolean keep;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the page of alerts is; the next eight ports are taken as well (default: 8080).")
    private int port = 8080;

    /** On what it is given. */
    enum Against {
        stack,
        compose
    }

    @Option(
            names = "--against",
            paramLabel = "WHAT",
            description =
                    "stack: broker, database and services as processes of this machine (the default). compose: the"
                            + " containers of docker-compose.yml, in a project of their own that is removed at the end, with a free"
                            + " port for the page; --keep and --port do not go with it.")
    private Against against = Against.stack;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var home = Home.ofThisJar();
        var directory = DataDirectory.ofDemo(data);
        if (against == Against.compose) {
            if (keep || port != 8080) {
                throw new StackException("--keep and --port do not go with --against compose", USAGE);
            }
            return ComposeDemo.run(home.root(), directory, once, terminal);
        }
        var config = ConfigDirectory.generated(directory.config(), home.seeds());
        var settings = new StackSettings(home, config, directory, new Ports(port), true);
        return Demo.run(settings, !keep, once, terminal);
    }
}
