package org.tumen.stack.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.recovery.Restore;
import org.tumen.stack.settings.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tumen restore}. */
@Command(
        name = "restore",
        description = "Brings back what a backup saved, all of it or nothing, while Tumen does not run.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--in", paramLabel = "FILE", required = true, description = "What ./tumen backup wrote.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Throws away what the database holds; without it, it has to be empty.")
    private boolean replace;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        database.alone(address -> new Restore(address, Home.ofThisJar(), terminal).from(file, replace));
        return 0;
    }
}
