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
final class RealParts {

    private static final EmbeddedKafkaKraftBroker BROKER = broker();
    private static final EmbeddedPostgres DATABASE = database();

    private RealParts() {}

    static String brokers() {
        return BROKER.getBrokersAsString();
    }

    /** A database of its own, so that tests do not see each other's feeds. */
    static String newDatabase(String name) {
        try (var connection = DATABASE.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return DATABASE.getJdbcUrl("postgres", name);
    }

    /** Starts a crawler for the feeds of this YAML. */
    static ConfigurableApplicationContext crawler(String databaseUrl, Path folder, String yaml, String... more) {
        try {
            Files.writeString(folder.resolve("feeds.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return new SpringApplicationBuilder(CrawlerService.class).run(arguments.toArray(String[]::new));
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
}
