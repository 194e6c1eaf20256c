package org.tumen.stack.recovery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.tumen.stack.console.ProgressBar;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.recovery.Manifest.Schema;
import org.tumen.stack.settings.Home;

/**
 * Brings back what a {@link Backup} saved. The tables are made and filled beside those that are there and take their names
 * in the last step, all in one transaction, when every row has been read back and found to be the one that was saved:
 * whatever goes wrong before, nothing is changed.
 */
public final class Restore {

    private static final String BESIDE = "_restoring";

    private final DatabaseAddress address;
    private final Home home;
    private final Terminal terminal;

    public Restore(DatabaseAddress address, Home home, Terminal terminal) {
        this.address = address;
        this.home = home;
        this.terminal = terminal;
    }

    /**
     * Does it. The services may not run; when they start they bring the tables to their own version.
     *
     * @param replace whether what the database holds may be thrown away
     * @throws StackException when the file is none, is damaged or of a newer Tumen, or the database is in use
     */
    public void from(Path file, boolean replace) {
        try (var archive = Archive.open(file);
                var connection = address.connect()) {
            var manifest = archive.manifest();
            requireUnused(connection, manifest, replace);
            archive.requireWhole();
            for (var schema : manifest.schemas()) {
                makeTables(connection, schema);
            }
            connection.setAutoCommit(false);
            fill(connection, archive);
            for (var schema : manifest.schemas()) {
                takeTheirPlace(connection, schema.name());
            }
            connection.commit();
            terminal.line(manifest.rows() + " rows as of " + manifest.taken() + " are back, read again and compared.");
        } catch (SQLException e) {
            throw new StackException("nothing was restored: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StackException("--in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireUnused(Connection connection, Manifest manifest, boolean replace) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from pg_stat_activity where datname ="
                        + " current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'")) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new StackException("the database is in use by " + row.getLong(1)
                        + " connections (expected: none; stop the services first)");
            }
        }
        var filled = new ArrayList<String>();
        for (var schema : manifest.schemas()) {
            var catalogue = new Catalogue(connection, schema.name());
            filled.addAll(catalogue.filled().stream().map(catalogue::qualified).toList());
        }
        if (!filled.isEmpty() && !replace) {
            throw new StackException("the database is not empty: " + filled.size() + " tables have rows, among them "
                    + filled.getFirst() + " (to throw away what it holds: --replace)");
        }
    }

    private void makeTables(Connection connection, Schema schema) throws SQLException {
        if (!Migrations.schemas().contains(schema.name())) {
            throw new StackException("the backup has what no service here keeps: " + schema.name()
                    + " (restore it with the Tumen that wrote it)");
        }
        var beside = schema.name() + BESIDE;
        try (var migrations = Migrations.of(schema.name(), home);
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + Catalogue.quoted(beside) + " cascade");
            statement.execute("create schema " + Catalogue.quoted(beside));
            var unknown = new ArrayList<>(schema.migrations());
            unknown.removeAll(new HashSet<>(migrations.known(address, beside)));
            if (!unknown.isEmpty()) {
                throw new StackException("the backup is of a newer Tumen: migration "
                        + unknown.getFirst().version() + " of " + schema.name()
                        + " is not known here (restore it with the Tumen that wrote it, and go on from there)");
            }
            migrations.migrate(address, beside, schema.migrations().getLast().version());
        }
    }

    private void fill(Connection connection, Archive archive) throws SQLException, IOException {
        var rows = new TableRows(connection);
        var manifest = archive.manifest();
        var total = 2 * manifest.rows();
        var done = new AtomicLong();
        try (var bar = terminal.progress("Restore")) {
            for (var schema : manifest.schemas()) {
                var beside = new Catalogue(connection, schema.name() + BESIDE);
                requireSameTables(schema, beside);
                for (var table : schema.tables()) {
                    try (var content = archive.rows(schema, table)) {
                        rows.in(beside, table, content, more -> bar.show(done.addAndGet(more), total));
                    }
                }
                setSequences(connection, schema, beside);
                compare(rows, schema, beside, bar, done, total);
            }
        }
    }

    private static void requireSameTables(Schema schema, Catalogue beside) throws SQLException {
        var saved = schema.tables().stream().map(Manifest.Table::name).toList();
        var made = List.copyOf(beside.tables().keySet());
        if (!saved.equals(made)) {
            throw new StackException("the backup has the tables " + saved + " of " + schema.name()
                    + ", its migrations make " + made + "; nothing was changed");
        }
    }

    private static void setSequences(Connection connection, Schema schema, Catalogue beside) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : schema.sequences()) {
                if (sequence.last() != null) {
                    statement.setString(1, beside.qualified(sequence.name()));
                    statement.setLong(2, sequence.last());
                    statement.execute();
                }
            }
        }
    }

    private static void compare(
            TableRows rows, Schema schema, Catalogue beside, ProgressBar bar, AtomicLong done, long total)
            throws SQLException, IOException {
        for (var table : schema.tables()) {
            var back = rows.out(
                    beside,
                    table.name(),
                    table.columns(),
                    OutputStream.nullOutputStream(),
                    more -> bar.show(done.addAndGet(more), total));
            if (!back.equals(table)) {
                throw new StackException(beside.qualified(table.name()) + " came back as " + back.rows()
                        + " rows with SHA-256 " + back.sha256() + ", saved were " + table.rows() + " with "
                        + table.sha256() + "; nothing was changed");
            }
        }
    }

    private static void takeTheirPlace(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + Catalogue.quoted(name) + " cascade");
            statement.execute(
                    "alter schema " + Catalogue.quoted(name + BESIDE) + " rename to " + Catalogue.quoted(name));
        }
    }
}
