package org.tumen.stack.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tumen.stack.database.Database;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;

/** Databases on one server, which is started when the first is wanted and stopped with the tests. */
final class TrialDatabases {

    private static final Path KEPT = Path.of("src/test/resources/kept.sql");
    private static final Database SERVER = start();
    private static int databases;
    private static @Nullable String template;

    private TrialDatabases() {}

    /** A database with the tables of both services as they are now, and rows in them. */
    static DatabaseAddress filled() throws SQLException, IOException {
        if (template == null) {
            var first = newDatabase();
            makeTables(first, "alert", "latest");
            makeTables(first, "crawler", "latest");
            run(first, kept("alert"));
            run(first, kept("crawler"));
            template = "trial_" + databases;
        }
        return newDatabase(template);
    }

    /** Statements that fill the tables of one service, which has had them for some versions. */
    static String kept(String schema) throws IOException {
        var parts = Files.readString(KEPT).split("set search_path = crawler;", 2);
        return schema.equals("alert") ? parts[0] : "set search_path = crawler;" + parts[1];
    }

    private static Database start() {
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "trial-databases");
            var server = new Database(DataDirectory.at(folder), FreePorts.find().database());
            var process = server.start().handle();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(process)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DatabaseAddress newDatabase() throws SQLException {
        return newDatabase("template0");
    }

    static DatabaseAddress newDatabase(String copied) throws SQLException {
        var name = "trial_" + ++databases;
        run(SERVER.address(), "create database " + name + " template " + copied);
        return new DatabaseAddress(SERVER.jdbcUrl().replaceAll("tumen$", name), Database.USER, SERVER.password());
    }

    static void makeTables(DatabaseAddress address, String schema, String last) throws SQLException {
        run(address, "create schema " + schema);
        migrate(address, schema, last);
    }

    static void migrate(DatabaseAddress address, String schema, String last) {
        try (var migrations = Migrations.of(schema, Home.ofThisJar())) {
            migrations.migrate(address, schema, last);
        }
    }

    /** A hash of the rows of each table that has any, columns that are worked out included. */
    static Map<String, String> rows(DatabaseAddress address) throws SQLException {
        var hashes = new TreeMap<String, String>();
        try (var connection = address.connect();
                var names = connection
                        .createStatement()
                        .executeQuery(
                                "select schemaname || '.' || tablename from pg_tables where schemaname in ('alert', 'crawler')"
                                        + " and tablename <> 'flyway_schema_history' and tablename <> 'host_turn'")) {
            while (names.next()) {
                var hash = ask(
                        connection,
                        "select md5(string_agg(t::text, '|' order by t::text)) from " + names.getString(1) + " t");
                if (!hash.isEmpty()) {
                    hashes.put(names.getString(1), hash);
                }
            }
        }
        return hashes;
    }

    static String ask(DatabaseAddress address, String question) throws SQLException {
        try (var connection = address.connect()) {
            return ask(connection, question);
        }
    }

    static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }

    static void run(DatabaseAddress address, String statements) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
