package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database comes later than the crawler, and goes away under it. */
class OutageIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    /** Of its own: what crawlers of other tests left on the topics, all of this machine, would stand before its requests. */
    private static final String BROKERS = RealParts.broker().getBrokersAsString();

    @TempDir
    Path folder;

    @Test
    void waitsForTheDatabaseAndGoesOnWhenItIsBack() throws IOException {
        var databasePort = freePort();
        var feeds = Files.createDirectory(folder.resolve("feeds"));
        try (var site = new Newsroom()) {
            site.hasArticle("/one", "One agreement").hasArticle("/two", "Two agreements");
            site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
            Files.writeString(feeds.resolve("feeds.yaml"), """
                    feeds:
                      - {id: patient, url: '%s', name: Patient, publisher: Example, family: example, language: en,
                         kind: press, every: 1s}
                    """.formatted(site.url("/feed")));
            var starting = CompletableFuture.supplyAsync(() -> new SpringApplicationBuilder(CrawlerService.class)
                    .run(
                            "--server.port=0",
                            "--spring.kafka.bootstrap-servers=" + BROKERS,
                            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                            "--spring.datasource.username=postgres",
                            "--spring.datasource.hikari.connection-timeout=1000",
                            "--spring.flyway.connect-retries-interval=1s",
                            "--tumen.crawler.feeds=" + feeds,
                            "--tumen.crawler.poll.floor=1s",
                            "--tumen.crawler.fetch.host-gap=0ms",
                            "--tumen.crawler.fetch.retry-after=1s",
                            "--tumen.http.allowed-addresses=127.0.0.0/8",
                            "--db-scheduler.polling-interval=200ms"));

            awaitTwoCallsInVain(databasePort);
            assertThat(starting).isNotDone();
            var database = database(databasePort);
            try (var crawler = starting.join()) {
                var entries = crawler.getBean(JdbcClient.class);
                await().atMost(SOON)
                        .until(() -> entries.sql("select state from entry")
                                .query(String.class)
                                .list()
                                .equals(List.of("PUBLISHED")));

                database.close();
                site.has(
                        "/feed",
                        "application/rss+xml",
                        Newsroom.rss(Newsroom.item("two", site.url("/two")), Newsroom.item("one", site.url("/one"))));
                awaitTwoCallsInVain(databasePort);
                assertThat(crawler.isRunning()).isTrue();
                database = database(databasePort);

                await().atMost(SOON).until(() -> site.requestsFor("/two") > 0);
                assertThat(site.requestsFor("/one")).isOne();
            } finally {
                database.close();
            }
        }
    }

    /** Nobody is there who could answer; the second call shows that the first was not the last. */
    private static void awaitTwoCallsInVain(int port) throws IOException {
        try (var nobody = new ServerSocket(port)) {
            nobody.setSoTimeout((int) SOON.toMillis());
            nobody.accept().close();
            nobody.accept().close();
        }
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
