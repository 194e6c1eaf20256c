package org.tumen.alert;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.util.TestSocketUtils;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.parts.Containers;

/** The broker, the database, the mail server and the webhook's receiver of all tests of this module, started once. */
public final class RealParts {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8G";

    /** The one that takes the place of the other; no receiver knows it yet. */
    public static final String NEXT_SECRET = "whsec_bmV4dCBzZWNyZXQgb2Ygc29tZSBieXRlcywgYW5kIG1vcmU=";

    /** Under which readers would reach the service. */
    public static final String PUBLIC_URL = "https://tumen.example.org";

    public static final GreenMail MAIL = mail();
    public static final Receiver RECEIVER = new Receiver();

    /** Where the service of {@link WholeService} writes the token by which the tests act as an operator, and no other. */
    public static final Path OPERATOR_TOKEN = temporary("operator-token");

    /** The one-time password of the first administrator. */
    public static final String FIRST_PASSWORD = "a-first-password-of-tests";

    private RealParts() {}

    /** The bootstrap servers of the broker. */
    public static String brokers() {
        return Broker.ADDRESS;
    }

    /** Of the database with this name. */
    public static String jdbcUrl(String database) {
        return Containers.chosen()
                ? Containers.jdbcUrl(database)
                : Database.IN_PROCESS.getJdbcUrl("postgres", database);
    }

    /** Makes one. */
    public static void createDatabase(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    /** Points the service at the parts. */
    public static void register(DynamicPropertyRegistry registry, Path subscriptions) {
        registry.add("spring.kafka.bootstrap-servers", RealParts::brokers);
        registry.add("spring.datasource.url", () -> jdbcUrl("postgres"));
        registry.add("tumen.alert.subscriptions", subscriptions::toString);
        registry.add("tumen.alert.access.first-password", () -> FIRST_PASSWORD);
        registry.add("tumen.alert.stories.terms", () -> "../seeds/stories.yaml");
        registry.add("tumen.alert.calendar.days", () -> "../seeds/calendar.yaml");
        registry.add("tumen.alert.baseline.limits", () -> "../seeds/baseline.yaml");
        registry.add("tumen.alert.index.weights", () -> "../seeds/index.yaml");
        registry.add("tumen.alert.expectations.expected", () -> "../seeds/expectations.yaml");
        registry.add("tumen.alert.email.port", () -> MAIL.getSmtp().getPort());
        registry.add("tumen.alert.email.from", () -> "tumen@desk.example.org");
        registry.add("tumen.alert.public-url", () -> PUBLIC_URL);
        registry.add("tumen.http.allowed-addresses", () -> "127.0.0.0/8");
        registry.add("tumen.alert.operations.every", () -> "300ms");
        registry.add("tumen.alert.operations.feed-hold", () -> "2s");
        registry.add("tumen.alert.operations.hold", () -> "300ms");
        registry.add("tumen.alert.delivery.retries", () -> "1200ms,1200ms,1200ms");
    }

    /** A folder of files of subscriptions; RECEIVER and SECRET stand for those of this class. */
    public static Path subscriptions(String... yamls) {
        try {
            var folder = Files.createTempDirectory("subscriptions");
            for (var i = 0; i < yamls.length; i++) {
                var yaml = yamls[i].replace("RECEIVER", RECEIVER.url("/").replaceAll("/$", ""))
                        .replace("SECRET", SECRET);
                Files.writeString(folder.resolve("desk-" + i + ".yaml"), yaml);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary(String name) {
        try {
            return Files.createTempDirectory("tumen").resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Broker {

        private static final String[] TOPICS = {
            Topic.ARTICLES.topicName(),
            Topic.ASSESSMENTS.topicName(),
            Topic.ASSESSMENTS.topicName(Lane.BACKFILL),
            Topic.ALERTS.topicName(),
            Topic.FEED_HEALTH.topicName(),
            Topic.FEED_HEALTH.deadLetters(),
            Topic.FEED_TRIALS.topicName(),
            Topic.FEED_TRIAL_RESULTS.topicName(),
            Topic.ASSESSMENTS.deadLetters(),
            Topic.ASSESSMENTS.deadLetters(Lane.BACKFILL)
        };

        private static final String ADDRESS = Containers.chosen() ? withTopics(Containers.brokers()) : inProcess();

        private static String inProcess() {
            var broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS, TOPICS);
            broker.afterPropertiesSet();
            return broker.getBrokersAsString();
        }

        private static String withTopics(String brokers) {
            try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
                admin.createTopics(Stream.of(TOPICS)
                                .map(name -> new NewTopic(name, Topic.PARTITIONS, (short) 1))
                                .toList())
                        .all()
                        .get();
                return brokers;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Database {

        private static final EmbeddedPostgres IN_PROCESS = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static GreenMail mail() {
        var mail =
                new GreenMail(new ServerSetup(TestSocketUtils.findAvailableTcpPort(), null, ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }
}
