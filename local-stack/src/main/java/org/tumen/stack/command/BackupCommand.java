package org.tumen.stack.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.recovery.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tumen backup}. */
@Command(
        name = "backup",
        description = "Saves what the services keep in the database, as of one moment, while everything runs.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "A new file, for its owner alone.")
    private Path file = Path.of("");

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        database.read(address -> new Backup(address, terminal).to(file));
        return 0;
    }
}
