package org.tumen.model.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.tumen.model.Topic;

/**
 * The broker and the database of tests in containers, of the images that docker-compose.yml names: each started once for all tests
 * of a JVM, when the first asks for it. This is the one place that decides whether tests take these or those of their process: a
 * build asks for them with {@code -Dtumen.parts=containers}, as the profile {@code containers} of a module does.
 */
public final class Containers {

    private static final String USER = "postgres";

    private Containers() {}

    /** Whether this JVM is to use them. */
    public static boolean chosen() {
        return "containers".equals(System.getProperty("tumen.parts"));
    }

    /** The bootstrap servers of the broker, which has no topics yet. */
    public static String brokers() {
        return Broker.STARTED.getBootstrapServers();
    }

    /** The URL of a database for its owner, who needs no password; only {@code postgres} is there from the start. */
    public static String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Database.STARTED.getHost() + ":"
                + Database.STARTED.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database + "?user="
                + USER;
    }

    static boolean canBeHad() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    private static DockerImageName image(String service) {
        var file = Path.of("..", "docker-compose.yml");
        try {
            var found = Pattern.compile("^  " + service + ":.*\\n(?: {4}.*\\n)*? {4}image: (\\S+)", Pattern.MULTILINE)
                    .matcher(Files.readString(file));
            if (!found.find()) {
                throw new IllegalStateException(file + ": no image of " + service);
            }
            return DockerImageName.parse(found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Broker {
        private static final KafkaContainer STARTED = start();

        private static KafkaContainer start() {
            var broker = new KafkaContainer(image("kafka"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
                    .withEnv("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(Topic.MAX_RECORD_BYTES))
                    .withEnv("KAFKA_HEAP_OPTS", "-Xmx384m");
            broker.start();
            return broker;
        }
    }

    private static final class Database {
        private static final PostgreSQLContainer STARTED = start();

        private static PostgreSQLContainer start() {
            var database = new PostgreSQLContainer(image("postgres"))
                    .withUsername(USER)
                    .withDatabaseName(USER)
                    .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
            database.start();
            return database;
        }
    }
}
