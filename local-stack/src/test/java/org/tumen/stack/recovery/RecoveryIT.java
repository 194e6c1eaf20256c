package org.tumen.stack.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tumen.stack.recovery.TrialDatabases.ask;
import static org.tumen.stack.recovery.TrialDatabases.filled;
import static org.tumen.stack.recovery.TrialDatabases.kept;
import static org.tumen.stack.recovery.TrialDatabases.makeTables;
import static org.tumen.stack.recovery.TrialDatabases.migrate;
import static org.tumen.stack.recovery.TrialDatabases.newDatabase;
import static org.tumen.stack.recovery.TrialDatabases.rows;
import static org.tumen.stack.recovery.TrialDatabases.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.settings.Home;

/** Backups of tables that the services' own migrations made, on a real database. */
class RecoveryIT {

    private static final Home HOME = Home.ofThisJar();

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(said, true, UTF_8), System.err, false);
    private DatabaseAddress source;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        source = filled();
        file = folder.resolve("backup.zip");
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
        var damaged = folder.resolve("damaged.zip");
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
        var newer = folder.resolve("newer.zip");
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
        run(older, kept("alert"));
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
