package org.tumen.crawler;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker and a real database, started once for all tests, and crawlers that run on them. */
public final class RealParts {

    private RealParts() {}

    public static String brokers() {
        return Broker.BROKER.getBrokersAsString();
    }

    /** A database of its own, so that tests do not see each other's feeds. */
    public static String newDatabase(String name) {
        try (var connection = Database.DATABASE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return Database.DATABASE.getJdbcUrl("postgres", name);
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

    private static String[] arguments(String databaseUrl, Path folder, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + brokers(),
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--tumen.crawler.feeds=" + folder,
                "--tumen.crawler.poll.floor=1s",
                "--tumen.crawler.fetch.host-gap=0ms",
                "--tumen.crawler.fetch.timeout=3s",
                "--tumen.http.allowed-addresses=127.0.0.0/8",
                "--db-scheduler.polling-interval=200ms"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static EmbeddedKafkaKraftBroker broker() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
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
