package org.tumen.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.PublicationSource;
import org.tumen.model.article.PublicationTime;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedState;

class CrawlerIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Newsroom site = new Newsroom();
    private final TopicReader articles = new TopicReader("tumen.articles");
    private final List<ConfigurableApplicationContext> crawlers = new ArrayList<>();

    @AfterEach
    void stop() {
        crawlers.forEach(ConfigurableApplicationContext::close);
        articles.close();
        site.close();
    }

    @Test
    void publishesEveryGoodEntryOfAFeedAndTellsWhyTheOthersAreNone() {
        var items = new ArrayList<String>();
        for (var i = 1; i <= 20; i++) {
            site.hasArticle("/good/" + i, "Agreement number " + i);
            items.add(Newsroom.item("good-" + i, site.url("/good/" + i + "?utm_source=rss")));
        }
        site.has("/picture", "image/png", "PNG");
        items.add(3, Newsroom.item("missing", site.url("/missing")));
        items.add(7, Newsroom.item("picture", site.url("/picture")));
        items.add(9, "<item><guid isPermaLink=\"false\">no-link</guid><title>no link</title></item>");
        items.add(11, Newsroom.item("mail", "mailto:desk@news.example"));
        site.has("/feed", "application/rss+xml", Newsroom.rss(items.toArray(String[]::new)));

        var crawler = start("bad_entries", feed("mixed", site.url("/feed"), "1h"));

        await().atMost(SOON).untilAsserted(() -> assertThat(published("mixed")).hasSize(20));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(crawler, "select count(*) from entry where state = 'REQUESTED'"))
                        .containsExactly("0"));
        assertThat(published("mixed"))
                .extracting(article -> article.url().toString())
                .contains(site.url("/good/20"));
        assertThat(published("mixed"))
                .allSatisfy(article -> assertThat(article.text()).contains("freight trains"));
        assertThat(rows(crawler, "select key || ': ' || reason from entry where state = 'REJECTED' order by key"))
                .satisfiesExactly(
                        mail -> assertThat(mail).isEqualTo("mail: link is no http or https address"),
                        missing -> assertThat(missing).isEqualTo("missing: HTTP 404"),
                        noLink -> assertThat(noLink).isEqualTo("no-link: no link"),
                        picture -> assertThat(picture).isEqualTo("picture: not HTML but image/png"));
        assertThat(rows(crawler, "select state from feed")).containsExactly("HEALTHY");
    }

    @Test
    void carriesTheTimesAndTheTraceOfAnEntryToItsArticle() {
        site.hasArticle("/one", "One agreement");
        site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));

        start("hops", feed("timed", site.url("/feed"), "1h"));

        await().atMost(SOON).untilAsserted(() -> assertThat(published("timed")).hasSize(1));
        var envelope = articles.all().stream()
                .map(record -> EventRecords.read(record, ArticleFetched.class))
                .filter(read -> read.event().article().source().feed().value().equals("timed"))
                .findFirst()
                .orElseThrow();
        var hops = envelope.event().hops();
        assertThat(hops.published()).isEqualTo("2026-11-20T10:00:00Z");
        assertThat(envelope.event().article().publicationTime())
                .isEqualTo(new PublicationTime("2026-11-20T10:00:00Z", PublicationSource.FEED));
        assertThat(hops.fetched()).isAfter(hops.discovered());
        try (var fetches = new TopicReader("tumen.fetches")) {
            var requested = fetches.all().stream()
                    .filter(record -> record.headers().lastHeader("ce_type") != null)
                    .map(EventRecords::read)
                    .filter(read ->
                            read.trace().traceId().equals(envelope.trace().traceId()))
                    .toList();
            assertThat(requested)
                    .singleElement()
                    .satisfies(read -> assertThat(read.event().eventId()).isEqualTo("timed one"));
        }
    }

    @Test
    void findsANewEntryAtTheNextPollAndAsksConditionally() {
        site.hasArticle("/one", "One agreement");
        site.hasArticle("/two", "Two agreements");
        var validators = new ArrayList<String>();
        site.answers("/feed", request -> {
            var tag = request.getHeaders().get("If-None-Match");
            validators.add(String.valueOf(tag));
            var two = validators.size() > 2;
            var current = two ? "W/\"b \"" : "W/\"a \"";
            return current.equals(tag)
                    ? new MockResponse.Builder().code(304).build()
                    : new MockResponse.Builder()
                            .setHeader("ETag", current)
                            .body(
                                    two
                                            ? Newsroom.rss(
                                                    Newsroom.item("two", site.url("/two")),
                                                    Newsroom.item("one", site.url("/one")))
                                            : Newsroom.rss(Newsroom.item("one", site.url("/one"))))
                            .build();
        });

        start("conditional", feed("growing", site.url("/feed"), "1s"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("growing")).hasSize(2));
        assertThat(validators.getFirst()).isEqualTo("null");
        assertThat(validators.subList(1, validators.size())).allMatch(tag -> tag.startsWith("W/\""));
        assertThat(site.requestsFor("/one")).isOne();
    }

    @Test
    void doesNotLetATarpitDelayAnotherHost() {
        for (var i = 0; i < 10; i++) {
            site.answers(
                    "/slow/" + i,
                    _ -> new MockResponse.Builder()
                            .body("x".repeat(1_000))
                            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                            .build());
            site.hasArticle("/fast/" + i, "Fast agreement " + i);
        }
        site.has("/slow", "application/rss+xml", feedOf("localhost", "slow"));
        site.has("/fast", "application/rss+xml", feedOf("127.0.0.1", "fast"));
        start(
                "tarpit",
                feed("slow", site.url("localhost", "/slow"), "1h")
                        + feed("fast", site.url("127.0.0.1", "/fast"), "1h"));

        await().atMost(SOON).until(() -> site.requestsFor("/slow/9") + site.requestsFor("/slow/0") > 0);
        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(published("fast")).hasSize(10));
        assertThat(published("slow")).isEmpty();
    }

    @Test
    void publishesOnceWhatIsDeliveredAgain() {
        site.hasArticle("/one", "One agreement");
        site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
        var crawler = start("again", feed("again", site.url("/feed"), "1h"));
        await().atMost(SOON)
                .until(
                        () -> rows(crawler, "select state from entry where feed = 'again'"),
                        states -> states.equals(List.of("PUBLISHED")));

        try (var fetches = new TopicReader("tumen.fetches")) {
            fetches.all().stream()
                    .filter(record -> new String(record.value(), UTF_8).contains("\"again\""))
                    .forEach(record -> send(
                            crawler,
                            new ProducerRecord<>(
                                    record.topic(), null, record.key(), record.value(), record.headers())));
        }
        var marker = new ProducerRecord<>("tumen.fetches", "127.0.0.1", "no event".getBytes(UTF_8));
        send(crawler, marker);

        awaitDeadLetter("no event");
        assertThat(published("again")).hasSize(1);
        assertThat(site.requestsFor("/one")).isOne();
        assertThat(site.requestsFor("/feed")).isOne();
    }

    @Test
    void givesAnUnreadableRecordToTheDeadLettersWithItsReason() {
        var crawler = start("unreadable", feed("any", site.url("/feed"), "1h"));
        await().atMost(SOON).until(() -> rows(crawler, "select state from feed"), states -> !states.isEmpty());

        send(crawler, new ProducerRecord<>("tumen.fetches", "news.example", "{broken".getBytes(UTF_8)));

        awaitDeadLetter("{broken");
    }

    @Test
    void tellsTheHealthOfEachFeed() {
        site.hasArticle("/one", "One agreement");
        site.has("/good", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
        site.has("/empty", "application/rss+xml", Newsroom.rss());
        site.has("/page", "text/html", "<html><body><p>No feed here</p></body></html>");
        site.answers("/gone", _ -> new MockResponse.Builder().code(410).build());
        site.answers(
                "/busy",
                _ -> new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "3600")
                        .build());
        var crawler = start(
                "health",
                feed("h-good", site.url("/good"), "1h")
                        + feed("h-empty", site.url("/empty"), "1h")
                        + feed("h-page", site.url("/page"), "1h")
                        + feed("h-gone", site.url("/gone"), "1h")
                        + feed("h-busy", site.url("127.0.0.2", "/busy"), "1h")
                        + feed("h-dead", "http://127.0.0.1:1/", "1h")
                        + feed("h-private", "http://10.0.0.1/", "1h"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(crawler, "select id || ' ' || state from feed order by id"))
                        .containsExactly(
                                "h-busy THROTTLED",
                                "h-dead FAILING",
                                "h-empty EMPTY",
                                "h-gone GONE",
                                "h-good HEALTHY",
                                "h-page FAILING",
                                "h-private FAILING"));
        assertThat(get(crawler, "/actuator/health/readiness")).contains("\"UP\"");
        assertThat(get(crawler, "/actuator/feeds"))
                .contains("\"byState\":{\"empty\":1,\"failing\":3,\"gone\":1,\"healthy\":1,\"throttled\":1}")
                .contains("\"reason\":\"HTTP 410\"");
        assertThat(get(crawler, "/actuator/prometheus")).contains("tumen_crawler_feeds{state=\"failing\"} 3.0");
        assertThat(rows(crawler, "select reason from feed where id = 'h-private'"))
                .containsExactly("forbidden address: 10.0.0.1 (private)");
        try (var health = new TopicReader("tumen.feed-health")) {
            assertThat(health.all().stream()
                            .map(record -> EventRecords.read(record, FeedHealthChanged.class)
                                    .event())
                            .filter(change -> change.feed().value().equals("h-gone")))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.previous()).isEqualTo(FeedState.NEW);
                        assertThat(change.state()).isEqualTo(FeedState.GONE);
                        assertThat(change.reason()).isEqualTo("HTTP 410");
                    });
        }
    }

    @Test
    void goesOnWhereItStoppedAndStopsQuickly() {
        site.hasArticle("/one", "One agreement");
        site.hasArticle("/two", "Two agreements");
        site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
        var feed = feed("restart", site.url("/feed"), "1s");
        var database = RealParts.newDatabase("restart");
        var first = RealParts.crawler(database, folder, "feeds:\n" + feed);
        await().atMost(SOON)
                .until(
                        () -> rows(first, "select state from entry where feed = 'restart'"),
                        states -> states.equals(List.of("PUBLISHED")));

        var start = System.nanoTime();
        first.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

        site.has(
                "/feed",
                "application/rss+xml",
                Newsroom.rss(Newsroom.item("two", site.url("/two")), Newsroom.item("one", site.url("/one"))));
        crawlers.add(RealParts.crawler(database, folder, "feeds:\n" + feed));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("restart")).hasSize(2));
        assertThat(site.requestsFor("/one")).isOne();
    }

    private ConfigurableApplicationContext start(String database, String feeds) {
        var crawler = RealParts.crawler(RealParts.newDatabase(database), folder, "feeds:\n" + feeds);
        crawlers.add(crawler);
        return crawler;
    }

    private List<Article> published(String feed) {
        return articles.all().stream()
                .map(record ->
                        EventRecords.read(record, ArticleFetched.class).event().article())
                .filter(article -> article.source().feed().value().equals(feed))
                .toList();
    }

    private void awaitDeadLetter(String value) {
        try (var letters = new TopicReader("tumen.fetches-dlt")) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(letters.all()).anySatisfy(letter -> {
                        assertThat(new String(letter.value(), UTF_8)).isEqualTo(value);
                        assertThat(new String(
                                        Objects.requireNonNull(letter.headers().lastHeader(DeadLetter.REASON))
                                                .value(),
                                        UTF_8))
                                .contains("expected: a CloudEvent in binary mode");
                    }));
        }
    }

    private String feedOf(String host, String path) {
        var items = new String[10];
        for (var i = 0; i < 10; i++) {
            items[i] = Newsroom.item(path + "-" + i, site.url(host, "/" + path + "/" + i));
        }
        return Newsroom.rss(items);
    }

    private static String feed(String id, String url, String every) {
        return "  - {id: " + id + ", url: '" + url + "', name: " + id + ", publisher: Example, family: example, "
                + "language: en, kind: press, every: " + every + "}\n";
    }

    @SuppressWarnings("unchecked")
    private static void send(ConfigurableApplicationContext crawler, ProducerRecord<String, byte[]> record) {
        KafkaTemplate<String, byte[]> broker = crawler.getBean(KafkaTemplate.class);
        broker.send(record).join();
    }

    private static String get(ConfigurableApplicationContext crawler, String path) {
        var port = crawler.getEnvironment().getRequiredProperty("local.server.port");
        return Objects.requireNonNull(WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    private static List<String> rows(ConfigurableApplicationContext crawler, String sql) {
        return crawler.getBean(JdbcClient.class).sql(sql).query(String.class).list();
    }
}
