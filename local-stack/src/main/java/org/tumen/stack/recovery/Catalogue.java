package org.tumen.stack.recovery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tumen.stack.recovery.Manifest.Migration;
import org.tumen.stack.recovery.Manifest.Sequence;

/** What the database itself tells of its tables. Unlogged ones are left out: what may be lost in any crash is in no backup. */
final class Catalogue {

    /** Flyway's own account, which it keeps by itself. */
    private static final String HISTORY = "flyway_schema_history";

    private static final String COLUMNS = """
            select c.relname, a.attname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where n.nspname = ? and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> '%s'
            order by c.relname, a.attnum""".formatted(HISTORY);

    private static final String REFERENCES = """
            select distinct c.relname, r.relname from pg_constraint f
            join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and f.contype = 'f' and c.oid <> r.oid""";

    private final Connection connection;
    private final String schema;

    Catalogue(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Whether a service has made its tables. */
    boolean exists() throws SQLException {
        return !ask(
                        "select 1 from pg_tables where schemaname = ? and tablename = '" + HISTORY + "'",
                        row -> row.getInt(1))
                .isEmpty();
    }

    List<Migration> migrations() throws SQLException {
        var found = new ArrayList<Migration>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select version, checksum from " + qualified(HISTORY)
                        + " where version is not null and success order by installed_rank")) {
            while (rows.next()) {
                found.add(new Migration(rows.getString(1), rows.getInt(2)));
            }
        }
        return found;
    }

    /** The columns of each table but those that are generated; a table comes after those that it refers to. */
    Map<String, List<String>> tables() throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        ask(
                COLUMNS,
                row -> columns.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(row.getString(2)));
        var waitsFor = new TreeMap<String, Set<String>>();
        columns.keySet().forEach(table -> waitsFor.put(table, new TreeSet<>()));
        ask(
                REFERENCES,
                row -> waitsFor.getOrDefault(row.getString(1), new TreeSet<>()).add(row.getString(2)));
        var ordered = new LinkedHashMap<String, List<String>>();
        while (!waitsFor.isEmpty()) {
            var next = waitsFor.entrySet().stream()
                    .filter(entry -> ordered.keySet().containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + waitsFor.keySet()));
            waitsFor.remove(next);
            ordered.put(next, columns.getOrDefault(next, List.of()));
        }
        return ordered;
    }

    /** Those of identity columns, too. */
    List<Sequence> sequences() throws SQLException {
        return ask("select sequencename, last_value from pg_sequences where schemaname = ? order by 1", row -> {
            var last = row.getObject(2, Long.class);
            return new Sequence(row.getString(1), last);
        });
    }

    long count(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + qualified(table))) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Which tables have rows. */
    List<String> filled() throws SQLException {
        var filled = new ArrayList<String>();
        for (var table : tables().keySet()) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select exists (select 1 from " + qualified(table) + ")")) {
                row.next();
                if (row.getBoolean(1)) {
                    filled.add(table);
                }
            }
        }
        return filled;
    }

    String qualified(String name) {
        return quoted(schema) + "." + quoted(name);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> ask(String question, Reading<T> reading) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, schema);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
            }
        }
        return found;
    }
}
