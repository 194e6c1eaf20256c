package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.tumen.model.Hops;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedEntry;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.PageFetchRequested;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/** How long the pages of a fast host take, from the request to the article, alone and beside a tarpit. */
class TarpitNeighbourIT {

    private static final int PAGES = 60;

    /** More than the partition may have in flight. */
    private static final int TARPITS = 100;

    private static final String SMALL = "--tumen.crawler.fetch.max-in-flight=60";

    /** A machine that does other work now and then spoils one; who waits for a tarpit is late in all of them. */
    private static final int ATTEMPTS = 3;

    /**
     * What both figures may differ by for other reasons: the consumer waits some milliseconds for its broker, and the
     * machine of the test does other work. A partition that waits for one tarpit is off by its time-out, 3 s.
     */
    private static final Duration SLACK = Duration.ofMillis(50);

    private final Newsroom site = new Newsroom();
    private final TopicReader articles = new TopicReader("tumen.articles");
    private final List<String> hosts = NeighbouringHosts.two(2);
    private int seen;

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        articles.close();
        site.close();
    }

    @Test
    void doesNotSlowItDown() {
        for (var page = 0; page < (2 + ATTEMPTS) * PAGES; page++) {
            site.hasOwnWords("/fast/" + page, 10_000 + page);
        }
        var yaml = "feeds:\n  - {id: any, url: '" + site.url("/none") + "', name: N, publisher: P, family: f, "
                + "language: en, kind: press, every: 1h}\n";
        try (var crawler = RealParts.crawler(
                RealParts.newDatabase("tarpit_neighbour"), folder, yaml, SMALL, RealParts.IMPATIENT)) {
            p95(crawler, 0); // Warms up.
            var alone = p95(crawler, PAGES);

            for (var page = 0; page < TARPITS; page++) {
                site.answers(
                        "/slow/" + page,
                        _ -> new MockResponse.Builder()
                                .body("x".repeat(1_000))
                                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                                .build());
                request(crawler, hosts.getFirst(), "slow", page);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> site.requestsFor("/slow/0") > 0);
            var beside = p95(crawler, 2 * PAGES);
            for (var attempt = 1; attempt < ATTEMPTS && isTooLong(beside, alone); attempt++) {
                beside = p95(crawler, (2 + attempt) * PAGES);
            }

            System.out.println("p95 alone " + alone.toMillis() + " ms, beside a tarpit " + beside.toMillis() + " ms");
            assertThat(site.requestsFor("/slow/" + (TARPITS - 1)))
                    .as("the tarpit holds its row")
                    .isZero();
            assertThat(isTooLong(beside, alone)).isFalse();
        }
    }

    private static boolean isTooLong(Duration beside, Duration alone) {
        return beside.compareTo(alone.multipliedBy(2).plus(SLACK)) > 0;
    }

    /** Asks for one page after the other; from the request to the article on the broker. */
    private Duration p95(ConfigurableApplicationContext crawler, int first) {
        var delays = new ArrayList<Duration>();
        for (var page = first; page < first + PAGES; page++) {
            var sent = request(crawler, hosts.getLast(), "fast", page);
            delays.add(Duration.between(sent, published("/fast/" + page)));
        }
        return delays.stream().sorted().toList().get(PAGES * 95 / 100);
    }

    private Instant published(String path) {
        return await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> newArticles().get(path), Objects::nonNull);
    }

    /** Those that came since the last look, by their path, with the time at which they were sent. */
    private Map<String, Instant> newArticles() {
        var all = articles.all();
        var fresh = all.subList(seen, all.size()).stream()
                .collect(Collectors.toMap(
                        record -> EventRecords.read(record, ArticleFetched.class)
                                .event()
                                .article()
                                .url()
                                .getPath(),
                        record -> Instant.ofEpochMilli(record.timestamp()),
                        (one, _) -> one));
        seen = all.size();
        return fresh;
    }

    @SuppressWarnings("unchecked")
    private Instant request(ConfigurableApplicationContext crawler, String host, String kind, int page) {
        var path = "/" + kind + "/" + page;
        var source = new Source(new FeedId("neighbour"), "Example", "example", SourceKind.PRESS, null);
        var request = new PageFetchRequested(
                source,
                URI.create(site.url(host, path)),
                new FeedEntry(path, null, null, null, "en"),
                Hops.discovered(null, Instant.now()));
        var sent = Instant.now().truncatedTo(ChronoUnit.MILLIS); // As the broker's times are.
        KafkaTemplate<String, byte[]> broker = crawler.getBean(KafkaTemplate.class);
        broker.send(EventRecords.write(Envelope.first(request, URI.create("/test"), Instant.now())))
                .join();
        return sent;
    }
}
