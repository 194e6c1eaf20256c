package org.tumen.classifier.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.model.Hops;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.DeadLetter;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

class ArticleIntakeIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2024-08-10T12:00:00Z");

    private static Broker broker;

    @TempDir
    static Path folder;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = Broker.start(folder.resolve("broker"), Broker.freePort(), Broker.freePort());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void assessesAnArticleAndCarriesItsTraceOn() {
        var golden = Golden.record("article-fetched");
        try (var _ = service(broker.address())) {
            awaitTopics();
            broker.send(List.of(copyOf(golden.key(), golden.value(), golden.headers())));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(assessmentsOf(golden.key())).hasSize(1));
        }
        var envelope = assessmentsOf(golden.key()).getFirst();
        var fetched = EventRecords.read(golden, ArticleFetched.class);
        assertThat(envelope.trace().traceId()).isEqualTo(fetched.trace().traceId());
        assertThat(envelope.producer()).isEqualTo(URI.create("/classifier-service"));
        var assessed = envelope.event();
        assertThat(assessed.hops().fetched()).isEqualTo(fetched.event().hops().fetched());
        assertThat(assessed.hops().assessed()).isNotNull();
        assertThat(assessed.catalogueVersion()).matches("[0-9a-f]{12}");
        assertThat(assessed.findings()).first().satisfies(finding -> {
            assertThat(finding.signal().value()).isEqualTo("protocol-snub");
            assertThat(finding.dyad()).hasToString("Dyad[giver=PRC, receiver=DPRK]");
            assertThat(finding.evidence()).isNotEmpty().allMatch(evidence -> evidence.standsIn(assessed.article()));
        });
    }

    @Test
    void assessesOldNewsOnALaneOfItsOwn() {
        var old = article("old", "Russia sends rice to North Korea");
        var record = recordOf(old, Lane.BACKFILL);
        var poison = new ProducerRecord<>(record.topic(), record.key(), "not json".getBytes(UTF_8));
        try (var _ = service(broker.address())) {
            awaitTopics();
            broker.send(List.of(poison, record));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(broker.committed(Topic.ASSESSMENTS.topicName(Lane.BACKFILL)))
                            .anyMatch(assessed -> assessed.key().equals(record.key())));
        }
        assertThat(assessmentsOf(record.key())).isEmpty();
        assertThat(broker.committed(Topic.ARTICLES.deadLetters(Lane.BACKFILL))).hasSize(1);
    }

    @Test
    void letsLiveArticlesPassABackfill() {
        var text = "The ministry said nothing of note. ".repeat(600);
        var old = IntStream.range(0, 1_000)
                .mapToObj(number -> article("backfill-" + number, "Of old", text))
                .map(article -> recordOf(article, Lane.BACKFILL))
                .toList();
        var live = IntStream.range(0, 200)
                .mapToObj(number -> article("burst-" + number, "Of today", text))
                .map(ArticleIntakeIT::recordOf)
                .toList();
        try (var _ = service(broker.address(), Map.of("tumen.classifier.intake.batch", 5))) {
            awaitTopics();
            broker.send(old);
            await().atMost(LONG)
                    .until(() -> !assessedAt(Lane.BACKFILL, "backfill-").isEmpty());
            broker.send(live);
            await().atMost(LONG).until(() -> assessedAt(Lane.LIVE, "burst-").size() == live.size());
            await().atMost(LONG)
                    .until(() -> assessedAt(Lane.BACKFILL, "backfill-").size() == old.size());
        }
        var burst = assessedAt(Lane.LIVE, "burst-");
        var meanwhile = assessedAt(Lane.BACKFILL, "backfill-").stream()
                .filter(time -> time.isAfter(burst.getFirst()) && time.isBefore(burst.getLast()))
                .count();
        assertThat(burst.getLast())
                .isBefore(assessedAt(Lane.BACKFILL, "backfill-").getLast());
        assertThat(meanwhile).isLessThan(old.size() / 5);
    }

    @ParameterizedTest
    @MethodSource("textsThatCannotBeRead")
    void saysOnTheTopicWhyATextWasNotRead(String path, String text, String language, String reason) {
        var article = article(path, "Tumen", text);
        try (var _ = service(broker.address())) {
            awaitTopics();
            broker.send(List.of(recordOf(article)));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(assessmentsOf(article.key())).hasSize(1));
        }
        var assessed = assessmentsOf(article.key()).getFirst().event();
        assertThat(assessed.findings()).isEmpty();
        assertThat(assessed.language()).isEqualTo(language);
        assertThat(assessed.notRead()).isEqualTo(reason);
    }

    static Stream<Arguments> textsThatCannotBeRead() {
        var allowed = " (expected: one of en, ko, zh, ru)";
        return Stream.of(
                Arguments.of(
                        "german",
                        "Der Botschafter kam nicht zur Feier, und die Presse war nicht da.",
                        "und",
                        "language: und" + allowed),
                Arguments.of("japanese", "大使は式典に出席しなかったという。", "ja", "language: ja" + allowed));
    }

    @Test
    void putsATextAsideThatIsTooLong() {
        var huge = article("huge", "Tumen", "x".repeat(7_000_000));
        try (var _ = service(broker.address())) {
            awaitTopics();
            broker.send(List.of(recordOf(huge)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(broker.committed(Topic.ARTICLES.deadLetters()))
                            .filteredOn(letter -> huge.key().equals(letter.key()))
                            .singleElement()
                            .extracting(letter -> header(letter, DeadLetter.REASON))
                            .isEqualTo("text: 7000000 characters (expected: at most 1000000)"));
        }
    }

    @Test
    void putsAnUnreadableRecordAsideWithItsReasonAndGoesOn() {
        var next = article("after-poison", "Russia sends rice to North Korea");
        var poison = new ProducerRecord<>(
                Topic.ARTICLES.topicName(), next.article().id().value(), "not json".getBytes(UTF_8));
        try (var _ = service(broker.address())) {
            awaitTopics();
            broker.send(List.of(poison, recordOf(next)));
            await().atMost(LONG)
                    .untilAsserted(
                            () -> assertThat(assessmentsOf(next.article().id().value()))
                                    .hasSize(1));
        }
        var letters = broker.committed(Topic.ARTICLES.deadLetters()).stream()
                .filter(letter -> poison.key().equals(letter.key()))
                .toList();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().value()).isEqualTo("not json".getBytes(UTF_8));
        assertThat(header(letters.getFirst(), DeadLetter.REASON)).contains("CloudEvent");
        assertThat(header(letters.getFirst(), DeadLetter.SERVICE)).isEqualTo("classifier-service");
        assertThat(header(letters.getFirst(), DeadLetter.ORIGIN)).startsWith("tumen.articles/");
    }

    @Test
    void neitherLosesNorDoublesAnythingAcrossRestarts() {
        var articles = IntStream.range(0, 200)
                .mapToObj(number -> article("restart-" + number, "Russia sends rice to North Korea, part " + number))
                .toList();
        try (var _ = service(broker.address())) {
            awaitTopics();
        }
        broker.send(articles.stream().map(ArticleIntakeIT::recordOf).toList());
        for (var share : List.of(20L, 90L)) {
            try (var _ = service(broker.address(), Map.of("tumen.classifier.intake.batch", 7))) {
                await().atMost(LONG).until(() -> assessed("restart-").size() >= share);
            }
        }
        try (var _ = service(broker.address())) {
            await().atMost(LONG).until(() -> assessed("restart-").size() >= articles.size());
        }
        var times = assessed("restart-").stream().collect(groupingBy(identity(), counting()));
        assertThat(times).hasSize(articles.size());
        assertThat(times.values()).containsOnly(1L);
    }

    @Test
    void endsWhatAKilledInstanceLeftOpen() {
        var article = article("abandoned", "Russia sends rice to North Korea");
        var fetched = recordOf(article);
        try (var _ = service(broker.address())) {
            awaitTopics();
        }
        try (var killed = broker.transactional("classifier-service-test")) {
            killed.initTransactions();
            killed.beginTransaction();
            // It had sent an assessment and was killed before it could commit: no commit, no abort, no goodbye.
            var _ = killed.send(new ProducerRecord<>(Topic.ASSESSMENTS.topicName(), fetched.key(), fetched.value()));
            killed.flush();
            broker.send(List.of(fetched));
            try (var _ = service(broker.address())) {
                await().atMost(LONG)
                        .untilAsserted(
                                () -> assertThat(assessmentsOf(fetched.key())).hasSize(1));
            }
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(KafkaException.class);
        }
        assertThat(assessmentsOf(fetched.key())).hasSize(1);
    }

    @Test
    void waitsForABrokerThatIsNotThereYetAndForOneThatComesBack() throws Exception {
        var port = Broker.freePort();
        var quorum = Broker.freePort();
        var disk = folder.resolve("killed");
        var first = article("first-life", "Russia sends rice to North Korea");
        var second = article("second-life", "China donates flood relief supplies to North Korea");
        try (var service = service("127.0.0.1:" + port)) {
            await().atMost(LONG).until(() -> readiness(service) == 503);
            try (var early = Broker.start(disk, port, quorum)) {
                await().atMost(LONG).until(() -> readiness(service) == 200);
                early.send(List.of(recordOf(first)));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(early.committed(Topic.ASSESSMENTS.topicName()))
                                .hasSize(1));
            }
            try (var later = Broker.start(disk, port, quorum)) {
                later.send(List.of(recordOf(second)));
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(later.committed(Topic.ASSESSMENTS.topicName()))
                                .hasSize(2));
            }
        }
    }

    @Test
    void tellsPrometheusWhatItDid() throws Exception {
        var article = article("metrics", "Der Botschafter kam nicht zur Feier, und die Presse war nicht da");
        try (var service = service(broker.address())) {
            awaitTopics();
            broker.send(List.of(recordOf(article)));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(get(service, "/prometheus").body())
                            .contains("tumen_classifier_assessed_total{language=\"not read\"} 1.0"));
        }
    }

    private static EmbeddedServer service(String address) {
        return service(address, Map.of());
    }

    private static EmbeddedServer service(String address, Map<String, Object> more) {
        var properties = new HashMap<String, Object>(Map.of(
                "micronaut.server.port", -1,
                "kafka.bootstrap.servers", address,
                "tumen.classifier.signals", "../seeds/signals",
                "tumen.classifier.actors", "../seeds/actors",
                "tumen.classifier.intake.instance", "test",
                "tumen.classifier.intake.pause", "200ms"));
        properties.putAll(more);
        return ApplicationContext.run(EmbeddedServer.class, properties);
    }

    private static void awaitTopics() {
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> broker.committed(Topic.ASSESSMENTS.topicName()) != null
                        && broker.committed(Topic.ARTICLES.topicName()) != null
                        && broker.committed(Topic.ARTICLES.deadLetters()) != null
                        && broker.committed(Topic.ASSESSMENTS.topicName(Lane.BACKFILL)) != null
                        && broker.committed(Topic.ARTICLES.topicName(Lane.BACKFILL)) != null);
    }

    private static List<Envelope<ArticleAssessed>> assessmentsOf(String articleId) {
        return broker.committed(Topic.ASSESSMENTS.topicName()).stream()
                .filter(record -> articleId.equals(record.key()))
                .map(record -> EventRecords.read(record, ArticleAssessed.class))
                .toList();
    }

    private static List<String> assessed(String prefix) {
        return broker.committed(Topic.ASSESSMENTS.topicName()).stream()
                .map(record -> EventRecords.read(record, ArticleAssessed.class)
                        .event()
                        .article()
                        .url()
                        .getPath()
                        .substring(1))
                .filter(path -> path.startsWith(prefix))
                .toList();
    }

    /** When the articles were assessed, first to last. */
    private static List<Instant> assessedAt(Lane lane, String prefix) {
        return broker.committed(Topic.ASSESSMENTS.topicName(lane)).stream()
                .map(record -> EventRecords.read(record, ArticleAssessed.class).event())
                .filter(assessed -> assessed.article().url().getPath().startsWith("/" + prefix))
                .map(assessed -> Objects.requireNonNull(assessed.hops().assessed()))
                .sorted()
                .toList();
    }

    private static ArticleFetched article(String path, String title) {
        return article(path, title, "");
    }

    private static ArticleFetched article(String path, String title, String text) {
        var url = URI.create("https://news.example.org/" + path);
        var source = new Source(new FeedId("example-en"), "Example Wire", "example", SourceKind.AGENCY, "KR");
        var article = new Article(ArticleId.of(url), 1, source, url, title, text, null, "und");
        return new ArticleFetched(article, Hops.discovered(NOON, NOON).fetched(NOON));
    }

    private static ProducerRecord<String, byte[]> recordOf(ArticleFetched fetched) {
        return recordOf(fetched, Lane.LIVE);
    }

    private static ProducerRecord<String, byte[]> recordOf(ArticleFetched fetched, Lane lane) {
        return EventRecords.write(Envelope.first(fetched, URI.create("/crawler-service"), NOON, lane));
    }

    private static ProducerRecord<String, byte[]> copyOf(String key, byte[] value, Headers headers) {
        return new ProducerRecord<>(Topic.ARTICLES.topicName(), null, key, value, headers);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static int readiness(EmbeddedServer service) throws Exception {
        return get(service, "/health/readiness").statusCode();
    }

    private static HttpResponse<String> get(EmbeddedServer service, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(service.getURI().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
