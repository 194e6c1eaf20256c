package org.tumen.stack.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.tumen.stack.console.StackException;
import org.tumen.stack.database.DatabaseAddress;
import org.tumen.stack.recovery.Manifest.Migration;
import org.tumen.stack.settings.Home;

/** The migrations of a service, out of the jar that ships, so that tables are made here as the service makes them. */
final class Migrations implements AutoCloseable {

    /** Which service keeps what. */
    private static final Map<String, String> JARS = Map.of("alert", "alert-service", "crawler", "crawler-service");

    private static final String IN_THE_JAR = "BOOT-INF/classes/db/migration/";

    private final Path folder;

    private Migrations(Path folder) {
        this.folder = folder;
    }

    /** The schemas of all services that keep anything, in the order in which they are saved. */
    static List<String> schemas() {
        return JARS.keySet().stream().sorted().toList();
    }

    /**
     * Unpacks them.
     *
     * @param schema one of {@link #schemas}
     */
    static Migrations of(String schema, Home home) {
        var jar = home.jar(JARS.getOrDefault(schema, schema));
        try (var file = new JarFile(jar.toFile())) {
            var folder = Files.createTempDirectory("tumen-migrations");
            for (var entry : file.stream().toList()) {
                if (entry.getName().startsWith(IN_THE_JAR) && !entry.isDirectory()) {
                    try (var content = file.getInputStream(entry)) {
                        Files.copy(
                                content, folder.resolve(Path.of(entry.getName()).getFileName()));
                    }
                }
            }
            return new Migrations(folder);
        } catch (IOException e) {
            throw new StackException("cannot read " + jar + ": " + e.getMessage(), e);
        }
    }

    /** All that there are, by number. */
    List<Migration> known(DatabaseAddress address, String schema) {
        return Arrays.stream(configured(address, schema).load().info().all())
                .filter(info -> info.isVersioned() && info.getState().isResolved())
                .map(info -> new Migration(
                        info.getVersion().getVersion(), Objects.requireNonNullElse(info.getChecksum(), 0)))
                .toList();
    }

    /**
     * Makes the tables in a schema that is there and has none.
     *
     * @param last the number of the last migration that is wanted
     */
    void migrate(DatabaseAddress address, String schema, String last) {
        configured(address, schema).target(last).load().migrate();
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StackException("cannot clear " + folder + ": " + e.getMessage(), e);
        }
    }

    private FluentConfiguration configured(DatabaseAddress address, String schema) {
        return Flyway.configure()
                .locations("filesystem:" + folder)
                .dataSource(address.url(), address.user(), address.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false);
    }
}
