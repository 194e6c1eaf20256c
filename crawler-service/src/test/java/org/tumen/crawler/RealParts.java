package org.tumen.crawler;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.tumen.model.parts.Containers;

/** A real broker and a real database, started once for all tests, and crawlers that run on them. */
public final class RealParts {

    static {
        TestCertificate.trust();
    }

    private RealParts() {}

    public static String brokers() {
        return Containers.chosen() ? Containers.brokers() : Broker.BROKER.getBrokersAsString();
    }

    /** A database of its own, so that tests do not see each other's feeds. */
    public static String newDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return jdbcUrl(name);
    }

    private static String jdbcUrl(String database) {
        return Containers.chosen() ? Containers.jdbcUrl(database) : Database.DATABASE.getJdbcUrl("postgres", database);
    }

    /** Starts a crawler for the feeds of this YAML. */
    static ConfigurableApplicationContext crawler(String databaseUrl, Path folder, String yaml, String... more) {
        try {
            Files.writeString(folder.resolve("feeds.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SpringApplicationBuilder(CrawlerService.class).run(arguments(databaseUrl, folder, more));
    }

    /** A crawler in a process of its own, so that it can be killed. */
    static Process crawlerProcess(String databaseUrl, Path folder, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrawlerService.class.getName()));
        command.addAll(List.of(arguments(databaseUrl, folder, more)));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Within which a crawler in a process of its own is there, also on a machine that does much else. */
    static final Duration START = Duration.ofMinutes(5);

    /** For tests in which a page never ends, or a turn outlives its crawler. */
    static final String IMPATIENT = "--tumen.crawler.fetch.timeout=3s";

    /** For tests that kill a crawler: its partitions go to another one within seconds. */
    static String[] missedSoon() {
        return new String[] {
            "--spring.kafka.consumer.properties.session.timeout.ms=3000",
            "--spring.kafka.consumer.properties.heartbeat.interval.ms=500"
        };
    }

    /**
     * Settings of a crawler in a hurry. What does not answer on a busy machine is asked for again soon.
     *
     * @param more in their place, or besides
     */
    private static String[] arguments(String databaseUrl, Path folder, String... more) {
        var settings = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                "--spring.kafka.bootstrap-servers=" + brokers(),
                                "--spring.datasource.url=" + databaseUrl,
                                "--spring.datasource.username=postgres",
                                "--tumen.crawler.feeds=" + folder,
                                "--tumen.crawler.poll.floor=1s",
                                "--tumen.crawler.fetch.host-gap=0ms",
                                "--tumen.crawler.fetch.timeout=10s",
                                "--tumen.crawler.fetch.retry-after=1s",
                                "--tumen.http.allowed-addresses=127.0.0.0/8",
                                "--db-scheduler.polling-interval=200ms"),
                        Stream.of(more))
                .forEach(setting -> settings.put(setting.substring(0, setting.indexOf('=')), setting));
        return settings.values().toArray(String[]::new);
    }

    /** Another one, until the tests of the module are over. */
    static EmbeddedKafkaKraftBroker broker() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("group.min.session.timeout.ms", "1000");
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.brokerProperty("message.max.bytes", Integer.toString(org.tumen.model.Topic.MAX_RECORD_BYTES));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker;
    }

    private static EmbeddedPostgres database() {
        try {
            var database = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    database.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Broker {
        private static final EmbeddedKafkaKraftBroker BROKER = broker();
    }

    private static final class Database {
        private static final EmbeddedPostgres DATABASE = database();
    }
}
