package org.tumen.stack.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tumen.stack.recovery.Manifest.Table;

/** Rows by PostgreSQL's COPY, in its text form: one line each, the same whichever version of the server wrote it. */
final class TableRows {

    /** The form of times, numbers and bytes is settled, and rows come in the order in which they lie. */
    private static final String SAME_FORM = "set local timezone = 'UTC'; set local datestyle = 'ISO';"
            + " set local intervalstyle = 'iso_8601'; set local extra_float_digits = 3; set local bytea_output = 'hex';"
            + " set local synchronize_seqscans = off";

    private static final int CHUNK = 1 << 16;

    private final CopyManager copies;

    /** @param connection in the transaction in which the rows are read or written */
    TableRows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SAME_FORM);
        }
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /**
     * Writes all rows.
     *
     * @param progress told now and then how many rows more there are
     */
    Table out(Catalogue schema, String name, List<String> columns, OutputStream to, LongConsumer progress)
            throws SQLException, IOException {
        var digest = sha256();
        var out = new DigestOutputStream(to, digest);
        var copy = copies.copyOut("copy " + target(schema, name, columns) + " to stdout");
        long rows = 0;
        try {
            for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                out.write(row);
                rows++;
                progress.accept(1);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return new Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    /** Reads rows that {@link #out} wrote; how many. */
    long in(Catalogue schema, Table table, InputStream from, LongConsumer progress) throws SQLException, IOException {
        var copy = copies.copyIn("copy " + target(schema, table.name(), table.columns()) + " from stdin");
        try {
            var chunk = new byte[CHUNK];
            for (var read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                copy.writeToCopy(chunk, 0, read);
                progress.accept(lines(chunk, read));
            }
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String target(Catalogue schema, String name, List<String> columns) {
        return schema.qualified(name)
                + columns.stream().map(Catalogue::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    /** A row ends with the only line feed in it: others are written as {@code \n}. */
    private static long lines(byte[] chunk, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (chunk[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
