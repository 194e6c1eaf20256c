package org.tumen.stack.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.Database;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.DataDirectory;
import org.tumen.stack.settings.Home;

/** Backups of tables that the services' own migrations made, on a real database. */
class RecoveryIT {

    private static final Path KEPT = Path.of("src/test/resources/kept.sql");
    private static final Home HOME = Home.ofThisJar();

    @TempDir
    static Path folder;

    private static Database server;
    private static ProcessHandle process;
    private static int databases;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(said, true, UTF_8), System.err, false);
    private DatabaseAddress source;
    private Path file;

    @BeforeAll
    static void start() throws Exception {
        server = new Database(DataDirectory.at(folder), FreePorts.find().database());
        process = server.start().handle();
        var filled = newDatabase("template0");
        makeTables(filled, "alert", "latest");
        makeTables(filled, "crawler", "latest");
        run(filled, Files.readString(KEPT));
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop(process);
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    @BeforeEach
    void copy() throws Exception {
        source = newDatabase("trial_1"); // The one that is filled.
        file = folder.resolve("backup-" + databases + ".zip");
    }

    @Test
    void bringsBackEveryRowAndGoesOnNumberingWhereItWas() throws Exception {
        var target = newDatabase();

        new Backup(source, terminal).to(file);
        new Restore(target, HOME, terminal).from(file, false);

        var back = rows(target);
        assertThat(back).isEqualTo(rows(source)).containsKeys("alert.alert", "crawler.entry");
        assertThat(ask(target, "select count(*) from crawler.host_turn")).isEqualTo("0");
        run(
                target,
                "insert into alert.alert (id, article_id, raised_at, text, event, trace)"
                        + " values ('next', 'next', now(), '', '{}', '')");
        assertThat(ask(target, "select position from alert.alert where id = 'next'"))
                .isEqualTo("51");
        assertThatThrownBy(() -> run(target, "delete from alert.audit")).hasMessageContaining("never changed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isAPictureOfOneMomentWhileOthersWrite() throws Exception {
        var goesOn = new AtomicBoolean(true);
        var written = CompletableFuture.supplyAsync(() -> writeInPairsWhile(goesOn));
        await().until(() -> !ask(source, "select count(*) from crawler.article").equals("0"));

        new Backup(source, terminal).to(file);
        goesOn.set(false);
        assertThat(written.get(30, TimeUnit.SECONDS)).isGreaterThan(1);
        var target = newDatabase();
        new Restore(target, HOME, terminal).from(file, false);

        assertThat(ask(target, "select count(*) from crawler.article"))
                .isEqualTo(ask(target, "select count(*) from alert.address"))
                .isNotEqualTo("0");
    }

    @Test
    void throwsAwayWhatADatabaseHoldsOnlyWhenTold() throws Exception {
        new Backup(source, terminal).to(file);
        var saved = rows(source);
        run(source, "update alert.alert set text = 'changed'; delete from crawler.entry");
        var changed = rows(source);

        assertThatThrownBy(() -> new Restore(source, HOME, terminal).from(file, false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("--replace");
        assertThat(rows(source)).isEqualTo(changed);

        new Restore(source, HOME, terminal).from(file, true);
        assertThat(rows(source)).isEqualTo(saved);
    }

    @Test
    void changesNothingWhenAByteOfTheFileIsAnother() throws Exception {
        new Backup(source, terminal).to(file);
        var damaged = folder.resolve("damaged-" + databases + ".zip");
        rewrite(file, damaged, "alert/alert.copy", content -> content.replace("alert-7\t", "alert-8\t"));
        var before = rows(source);

        assertThatThrownBy(() -> new Restore(source, HOME, terminal).from(damaged, true))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("damaged at alert/alert.copy")
                .hasMessageContaining("nothing was changed");
        Files.write(damaged, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        assertThatThrownBy(() -> new Restore(source, HOME, terminal).from(damaged, true))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("no whole backup");
        assertThat(rows(source)).isEqualTo(before);
    }

    @Test
    void refusesABackupOfANewerTumen() throws Exception {
        new Backup(source, terminal).to(file);
        var newer = folder.resolve("newer-" + databases + ".zip");
        rewrite(
                file,
                newer,
                Backup.MANIFEST,
                content -> content.replace("\"version\" : \"1\"", "\"version\" : \"9999\""));

        assertThatThrownBy(() -> new Restore(newDatabase(), HOME, terminal).from(newer, false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("newer Tumen: migration 9999 of alert")
                .hasMessageContaining("restore it with the Tumen that wrote it");
    }

    @Test
    void bringsBackWhatAnOlderTumenSavedAndTheServiceGoesOnFromThere() throws Exception {
        var older = newDatabase();
        makeTables(older, "alert", "50");
        run(older, Files.readString(KEPT).split("set search_path = crawler", 2)[0]);
        var target = newDatabase();

        new Backup(older, terminal).to(file);
        new Restore(target, HOME, terminal).from(file, false);
        assertThat(rows(target)).isEqualTo(rows(older));

        migrate(target, "alert", "latest");
        assertThat(ask(
                        target,
                        "select count(*) from alert.alert where signals = '{treaty-move}' and pairs = '{DPRK-RUS}'"))
                .isEqualTo("50");
    }

    @Test
    void leavesNothingThatLooksWholeWhenItIsCutOff() throws Exception {
        try (var holder = source.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table alert.audit in access exclusive mode");
            var backup = CompletableFuture.runAsync(() -> new Backup(source, terminal).to(file));
            await().until(() -> !ask(source, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                    .equals("0"));
            assertThat(file).doesNotExist();
            assertThat(file.resolveSibling(file.getFileName() + ".part")).exists();

            run(source, "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'");

            assertThatThrownBy(() -> backup.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(StackException.class);
        }
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling(file.getFileName() + ".part")).doesNotExist();
    }

    @Test
    void refusesWhileServicesUseTheDatabase() throws Exception {
        new Backup(source, terminal).to(file);
        try (var _ = source.connect()) {
            assertThatThrownBy(() -> new Restore(source, HOME, terminal).from(file, true))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("in use by 1 connections");
        }
    }

    @Test
    void overwritesNoFileAndSavesNoEmptyDatabase() throws Exception {
        Files.writeString(file, "kept");

        assertThatThrownBy(() -> new Backup(source, terminal).to(file)).hasMessageContaining("exists already");
        assertThat(file).hasContent("kept");
        assertThatThrownBy(() -> new Backup(newDatabase(), terminal).to(folder.resolve("empty.zip")))
                .hasMessageContaining("nothing to be saved");
    }

    /** Each pair in one transaction: a picture of one moment has as many of the one as of the other. */
    private int writeInPairsWhile(AtomicBoolean goesOn) {
        try (var connection = source.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var pairs = 0;
            while (goesOn.get()) {
                pairs++;
                LockSupport.parkNanos(1_000_000); // Some hundred are enough.
                statement.execute("insert into alert.address (subscription, address) values ('desk', '" + pairs + "')");
                statement.execute("insert into crawler.article values ('" + pairs + "', '', 1, '', now())");
                connection.commit();
            }
            return pairs;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseAddress newDatabase() throws SQLException {
        return newDatabase("template0");
    }

    private static DatabaseAddress newDatabase(String copied) throws SQLException {
        var name = "trial_" + ++databases;
        run(server.address(), "create database " + name + " template " + copied);
        return new DatabaseAddress(server.jdbcUrl().replaceAll("tumen$", name), Database.USER, server.password());
    }

    private static void makeTables(DatabaseAddress address, String schema, String last) throws SQLException {
        run(address, "create schema " + schema);
        migrate(address, schema, last);
    }

    private static void migrate(DatabaseAddress address, String schema, String last) {
        try (var migrations = Migrations.of(schema, HOME)) {
            migrations.migrate(address, schema, last);
        }
    }

    /** A hash of the rows of each table that has any, columns that are worked out included. */
    private static Map<String, String> rows(DatabaseAddress address) throws SQLException {
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

    private static String ask(DatabaseAddress address, String question) throws SQLException {
        try (var connection = address.connect()) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return Objects.requireNonNullElse(row.getString(1), "");
        }
    }

    private static void run(DatabaseAddress address, String statements) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static void rewrite(Path from, Path to, String name, UnaryOperator<String> change) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry : zip.stream().toList()) {
                var content = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                var next = entry.getName().equals(name) ? change.apply(content) : content;
                assertThat(next.equals(content)).isEqualTo(!entry.getName().equals(name));
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(next.getBytes(UTF_8));
                out.closeEntry();
            }
        }
    }
}
