package org.tumen.stack.recovery;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.broker.Broker;
import org.tumen.stack.console.StackException;
import org.tumen.stack.database.Database;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.process.RunFiles;
import org.tumen.stack.service.Services;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Ports;

/** The database of a data folder: the one that runs, or else one that is started for as long as it is needed. */
public final class LocalDatabase implements AutoCloseable {

    private static final Duration STOPPING = Duration.ofSeconds(30);

    private final Database database;
    private final @Nullable Alone alone;

    private LocalDatabase(Database database, @Nullable Alone alone) {
        this.database = database;
        this.alone = alone;
    }

    /** What was started here and is to be stopped here. */
    private record Alone(RunFiles runFiles, Claim claim, ProcessHandle process) {}

    /**
     * To read from it, whether Tumen runs or not.
     *
     * @throws StackException when nothing was ever kept there
     */
    public static LocalDatabase running(DataDirectory data, Ports ports) {
        if (!Files.isDirectory(data.database())) {
            throw new StackException("--data " + data.root()
                    + " has no database (expected: a data folder of ./tumen up, ./.tumen when none is named)");
        }
        var runs = new RunFiles(data.run()).alive(Database.NAME).isPresent();
        return runs ? new LocalDatabase(new Database(data, ports.database()), null) : alone(data, ports);
    }

    /**
     * With nobody else in it.
     *
     * @throws StackException when Tumen runs on the folder
     */
    public static LocalDatabase alone(DataDirectory data, Ports ports) {
        var runFiles = new RunFiles(data.run());
        var claim = Claim.of(data, runFiles);
        try {
            Ports.requireFree(List.of(ports.database()));
            for (var name :
                    List.of(Database.NAME, Broker.NAME, Services.CRAWLER, Services.CLASSIFIER, Services.ALERT)) {
                runFiles.alive(name).ifPresent(process -> {
                    throw new StackException(name + " of an earlier run is left over, pid " + process.pid()
                            + " (start ./tumen up and stop it in good order first)");
                });
            }
            var database = new Database(data, ports.database());
            var process = database.start().handle();
            runFiles.write(Database.NAME, process);
            return new LocalDatabase(database, new Alone(runFiles, claim, process));
        } catch (StackException e) {
            claim.close();
            throw e;
        }
    }

    public DatabaseAddress address() {
        return database.address();
    }

    /** Stops it if it was started here. */
    @Override
    public void close() {
        if (alone == null) {
            return;
        }
        try {
            database.stop(alone.process());
            alone.process().onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
            alone.runFiles().remove(Database.NAME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new StackException(
                    "the database does not stop, pid " + alone.process().pid(), e);
        } finally {
            alone.claim().close();
        }
    }
}
