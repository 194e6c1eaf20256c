package org.tumen.stack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.StackException;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.DataDirectory;

class DatabaseIT {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasCommittedOverAKillOfThePostmaster() throws Exception {
        var database = new Database(DataDirectory.at(folder), FreePorts.find().database());
        var first = database.start();
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("create table kept as select generate_series(1, 1000) as n");
        }

        first.handle().destroyForcibly();
        first.handle().onExit().get(10, TimeUnit.SECONDS);
        var second = database.start();

        try (var connection = connect(database);
                var rows = connection.createStatement().executeQuery("select count(*) from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1000);
        } finally {
            database.stop(second.handle());
        }
        second.handle().onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        var data = DataDirectory.at(folder);
        var database = new Database(data, FreePorts.find().database());
        var launched = database.start();
        try {
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), Database.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.database().resolve("password"))))
                    .isEqualTo("rw-------");
        } finally {
            database.stop(launched.handle());
        }
        launched.handle().onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void tellsWhereTheLogIsWhenTheDataIsBroken() throws Exception {
        var data = DataDirectory.at(folder);
        Files.createDirectories(data.database().resolve("cluster"));
        Files.writeString(data.database().resolve("cluster/PG_VERSION"), "9.1\n");
        var database = new Database(data, FreePorts.find().database());

        assertThatThrownBy(database::start)
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("the database does not start")
                .hasMessageEndingWith("its log: " + data.log(Database.NAME));
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), Database.USER, database.password());
    }
}
