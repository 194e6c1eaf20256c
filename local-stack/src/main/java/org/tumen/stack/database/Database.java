package org.tumen.stack.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tumen.stack.console.StackException;
import org.tumen.stack.process.Component;
import org.tumen.stack.process.Launched;
import org.tumen.stack.process.MoreEnvironment;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Ports;

/**
 * PostgreSQL on the loopback address, with a password of its own that is made on first use. {@code pg_ctl} puts the
 * server into a session of its own, so that Ctrl-C in the terminal does not reach it.
 */
public final class Database implements Component {

    public static final String NAME = "database";
    public static final String USER = "tumen";

    /** Within it, also what a crash left to be repeated is done, on a machine that does much else. */
    private static final Duration STARTING = PATIENCE;

    private static final Duration STARTING_AGAIN = Duration.ofSeconds(15);

    private final DataDirectory data;
    private final int port;
    private final PostgresBinaries binaries;
    private final MoreEnvironment more;
    private volatile boolean hasDatabase;

    public Database(DataDirectory data, int port) {
        this(data, port, MoreEnvironment.NONE);
    }

    /** The same with more in its environment. */
    public Database(DataDirectory data, int port, MoreEnvironment more) {
        this.more = more;
        this.data = data;
        this.port = port;
        this.binaries = PostgresBinaries.in(data.cache());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String whereabouts() {
        return "PostgreSQL on " + Ports.HOST + ":" + port;
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + Ports.HOST + ":" + port + "/tumen";
    }

    /** For whoever wants more than the services do. */
    public DatabaseAddress address() {
        return new DatabaseAddress(jdbcUrl(), USER, password());
    }

    /** Only this user of the machine can read it. */
    public String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new StackException("the database in " + data.database() + " has no password file: " + e, e);
        }
    }

    @Override
    public Launched start() {
        if (!Files.exists(cluster().resolve("PG_VERSION"))) {
            initialise();
        }
        startServer();
        if (!hasDatabase) {
            createDatabase();
            hasDatabase = true; // A server that comes back has it, and may have no room to be asked.
        }
        var pid = Long.parseLong(firstLine(cluster().resolve("postmaster.pid")));
        return Launched.detached(ProcessHandle.of(pid)
                .orElseThrow(() -> new StackException("the database ended at once; its log: " + data.log(NAME))));
    }

    /** {@link #start} returns when it is. */
    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void stop(ProcessHandle process) {
        // Fast, not smart: whoever is still connected is cut off; what was committed is safe.
        run(
                "the database cannot be stopped",
                binaries.program("pg_ctl"),
                "stop",
                "-D",
                cluster().toString(),
                "-m",
                "fast",
                "-W");
    }

    private void initialise() {
        try {
            Files.createDirectories(data.database());
            Files.deleteIfExists(passwordFile());
            Files.createFile(
                    passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile(), newPassword());
        } catch (IOException e) {
            throw new StackException("cannot make the database in " + data.database() + ": " + e, e);
        }
        run(
                "cannot make the database in " + cluster(),
                binaries.program("initdb"),
                "-D",
                cluster().toString(),
                "-U",
                USER,
                "-E",
                "UTF8",
                "--locale=C",
                "-A",
                "scram-sha-256",
                "--pwfile=" + passwordFile());
    }

    /** Another try helps after a kill: what the old server left behind needs a moment to go away. */
    private void startServer() {
        var settings = "-h " + Ports.HOST + " -p " + port + " -c unix_socket_directories=''"
                + " -c shared_buffers=32MB -c max_connections=60 -c jit=off -c log_timezone=UTC -c timezone=UTC"
                + " -c max_wal_size=256MB -c autovacuum_max_workers=1 -c autovacuum_naptime=15s -c max_parallel_workers=2";
        var wasKilled = Files.exists(cluster().resolve("postmaster.pid"));
        var giveUp = Instant.now().plus(wasKilled ? STARTING_AGAIN : Duration.ZERO);
        while (true) {
            try {
                run(
                        "the database does not start",
                        binaries.program("pg_ctl"),
                        "start",
                        "-D",
                        cluster().toString(),
                        "-l",
                        data.log(NAME).toString(),
                        "-o",
                        settings,
                        "-w",
                        "-t",
                        String.valueOf(STARTING.toSeconds()),
                        "-s");
                return;
            } catch (StackException e) {
                if (Instant.now().isAfter(giveUp)) {
                    throw e;
                }
            }
        }
    }

    private void createDatabase() {
        var admin = "jdbc:postgresql://" + Ports.HOST + ":" + port + "/postgres";
        try (var connection = DriverManager.getConnection(admin, USER, password());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = 'tumen'")) {
            if (!found.next()) {
                try (var creation = connection.createStatement()) {
                    creation.execute("create database tumen");
                }
            }
        } catch (SQLException e) {
            throw new StackException("the database in " + data.database() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void run(String otherwise, String... command) {
        var all = new ArrayList<String>();
        if (isRoot()) {
            all.addAll(List.of(
                    "unshare", "-U")); // PostgreSQL refuses to run as root; in a user namespace of its own it is not.
        }
        all.addAll(List.of(command));
        try {
            var builder = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(data.log(NAME).toFile()));
            builder.environment().putAll(more.of(NAME));
            var process = builder.start();
            if (!process.waitFor(STARTING.plusSeconds(10).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new StackException(otherwise + ": no answer; its log: " + data.log(NAME));
            }
            if (process.exitValue() != 0) {
                throw new StackException(
                        otherwise + " (exit code " + process.exitValue() + "); its log: " + data.log(NAME));
            }
        } catch (IOException e) {
            throw new StackException(otherwise + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(otherwise + ": interrupted", e);
        }
    }

    private Path cluster() {
        return data.database().resolve("cluster");
    }

    private Path passwordFile() {
        return data.database().resolve("password");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").startsWith("Linux");
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException e) {
            throw new StackException("the database ended at once: " + e, e);
        }
    }
}
