package org.tumen.stack.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.recovery.LocalDatabase;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Ports;
import picocli.CommandLine.Option;

/** The database that is meant: of a data folder on this machine, or one that is named. */
final class DatabaseOption {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: ./.tumen).")
    private Path data = Path.of(".tumen");

    @Option(names = "--port", paramLabel = "N", description = "The port it is started with (default: 8080).")
    private int port = 8080;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Another database in place of the folder's: jdbc:postgresql://HOST:PORT/NAME; its password is"
                    + " taken from TUMEN_DATABASE_PASSWORD.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Its user (default: tumen).")
    private String user = "tumen";

    /** What is done with it. */
    interface Work {
        void with(DatabaseAddress address);
    }

    /** Whether Tumen runs or not. */
    void read(Work work) {
        if (url != null) {
            work.with(named(url));
            return;
        }
        var folder = new DataDirectory(data.toAbsolutePath().normalize());
        try (var database = LocalDatabase.running(folder, new Ports(port))) {
            work.with(database.address());
        }
    }

    /** While Tumen does not run. */
    void alone(Work work) {
        if (url != null) {
            work.with(named(url));
            return;
        }
        try (var database = LocalDatabase.alone(DataDirectory.at(data), new Ports(port))) {
            work.with(database.address());
        }
    }

    private DatabaseAddress named(String where) {
        var password = System.getenv("TUMEN_DATABASE_PASSWORD");
        return new DatabaseAddress(where, user, password == null ? "" : password);
    }
}
