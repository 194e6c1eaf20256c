package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;

/** The service as a process, whose start the database leaves in the middle. */
class StartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String NAME = "left_in_the_middle";

    @TempDir
    Path folder;

    @Test
    void beginsAgainWhenTheDatabaseGoesAwayBetweenTheMigrationsAndTheEnd() throws Exception {
        RealParts.createDatabase(NAME);
        migrate();
        var port = TestSocketUtils.findAvailableTcpPort();
        try (var holder = DriverManager.getConnection(RealParts.jdbcUrl(NAME));
                var lock = holder.createStatement();
                var onlooker = DriverManager.getConnection(RealParts.jdbcUrl(NAME));
                var statement = onlooker.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table alert.person in access exclusive mode");
            var service = start(port);
            try {
                await().atMost(PATIENCE).until(() -> waitsForTheTable(statement));
                end(statement); // The lock goes with its holder.

                await().atMost(PATIENCE).until(() -> isReady(port) || !service.isAlive());
                assertThat(service.isAlive()).as(said()).isTrue();
                assertThat(said())
                        .contains("The database went away during the start, which is begun again")
                        .doesNotContain("Application run failed");
            } finally {
                service.destroyForcibly().waitFor();
            }
        }
    }

    private static void migrate() {
        Flyway.configure()
                .dataSource(RealParts.jdbcUrl(NAME), null, null)
                .defaultSchema("alert")
                .schemas("alert")
                .load()
                .migrate();
    }

    private Process start(int port) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AlertService.class.getName(),
                "--server.port=" + port,
                // It shares the broker with the other tests, and must not take what is theirs.
                "--spring.kafka.listener.auto-startup=false",
                "--spring.datasource.url=" + RealParts.jdbcUrl(NAME)));
        RealParts.register(
                (key, value) -> {
                    if (!key.equals("spring.datasource.url")) {
                        command.add("--" + key + "=" + value.get());
                    }
                },
                RealParts.subscriptions("subscriptions: []"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private static boolean waitsForTheTable(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'""")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    /** As when the server is stopped: whoever is connected is told so, and hung up on. */
    private static void end(Statement statement) throws SQLException {
        statement.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()""");
    }

    private static boolean isReady(int port) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var health = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // Not yet.
        }
    }

    private String said() throws IOException {
        return Files.readString(log());
    }

    private Path log() {
        return folder.resolve("service.log");
    }
}
