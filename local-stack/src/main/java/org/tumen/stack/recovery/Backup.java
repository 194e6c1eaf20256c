package org.tumen.stack.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.recovery.Manifest.Schema;
import org.tumen.stack.recovery.Manifest.Table;
import tools.jackson.databind.json.JsonMapper;

/**
 * A picture of one moment of what the services keep in the database, in one file, while they go on. The file has hashes of
 * passwords and keys of webhooks in it: only its owner may read it.
 */
public final class Backup {

    /** The last file of an archive, so that one that was cut off has none. */
    static final String MANIFEST = "manifest.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseAddress address;
    private final Terminal terminal;

    public Backup(DatabaseAddress address, Terminal terminal) {
        this.address = address;
        this.terminal = terminal;
    }

    /**
     * Writes it. Until all is written the file has another name, with {@code .part} at its end.
     *
     * @throws StackException when there is such a file, it cannot be written, or there is nothing to be saved
     */
    public void to(Path file) {
        if (Files.exists(file)) {
            throw new StackException("--out " + file + " exists already (expected: a new file)");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var connection = address.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var manifest = write(connection, part);
            connection.commit();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            tell(manifest, file);
        } catch (IOException e) {
            throw new StackException("--out " + file + " cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StackException("the database cannot be read: " + e.getMessage(), e);
        } finally {
            deleteIfThere(part);
        }
    }

    private Manifest write(Connection connection, Path part) throws SQLException, IOException {
        Files.deleteIfExists(part);
        var onlyForUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var file = FileChannel.open(
                        part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyForUs);
                var zip = new ZipOutputStream(java.nio.channels.Channels.newOutputStream(file))) {
            var manifest = write(connection, zip);
            zip.finish();
            file.force(true);
            return manifest;
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        var rows = new TableRows(connection);
        var taken = now(connection);
        var counts = counts(connection);
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        var done = new AtomicLong();
        var schemas = new ArrayList<Schema>();
        try (var bar = terminal.progress("Backup")) {
            for (var name : Migrations.schemas()) {
                var catalogue = new Catalogue(connection, name);
                if (catalogue.exists()) {
                    var tables = new ArrayList<Table>();
                    for (var table : catalogue.tables().entrySet()) {
                        zip.putNextEntry(new ZipEntry(name + "/" + table.getKey() + ".copy"));
                        tables.add(rows.out(
                                catalogue,
                                table.getKey(),
                                table.getValue(),
                                zip,
                                more -> bar.show(done.addAndGet(more), total)));
                        zip.closeEntry();
                    }
                    schemas.add(new Schema(name, catalogue.migrations(), tables, catalogue.sequences()));
                }
            }
        }
        if (schemas.isEmpty()) {
            throw new StackException("nothing to be saved: no service has used the database at " + address.url());
        }
        var manifest = new Manifest(Manifest.FORMAT, taken, schemas);
        writeManifest(manifest, zip);
        return manifest;
    }

    private static void writeManifest(Manifest manifest, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
    }

    private static Map<String, Long> counts(Connection connection) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        for (var name : Migrations.schemas()) {
            var catalogue = new Catalogue(connection, name);
            for (var table : catalogue.tables().keySet()) {
                counts.put(catalogue.qualified(table), catalogue.count(table));
            }
        }
        return counts;
    }

    /** Begins the transaction's picture. */
    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select now()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private void tell(Manifest manifest, Path file) throws IOException {
        for (var schema : manifest.schemas()) {
            terminal.line(
                    "  " + Terminal.pad(schema.name(), 12) + schema.tables().size() + " tables, "
                            + schema.tables().stream().mapToLong(Table::rows).sum() + " rows, version "
                            + schema.migrations().getLast().version());
        }
        terminal.line(manifest.rows() + " rows as of " + manifest.taken() + " in " + file + ", "
                + (Files.size(file) + 1023) / 1024 + " KB. It holds secrets: only you may read it.");
    }

    private static void deleteIfThere(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new StackException(part + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
