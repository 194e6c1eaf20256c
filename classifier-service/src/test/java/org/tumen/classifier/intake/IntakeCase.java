package org.tumen.classifier.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.tumen.model.Hops;
import org.tumen.model.Lane;
import org.tumen.model.Topic;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/** The service on a real broker, which the tests share, and the other services' side of it. */
abstract class IntakeCase {

    static final Duration LONG = Duration.ofSeconds(60);

    private static final Instant NOON = Instant.parse("2024-08-10T12:00:00Z");

    static final Broker BROKER = shared();

    private static Broker shared() {
        try {
            var folder = Files.createTempDirectory("intake");
            var broker = Broker.start(folder, Broker.freePort(), Broker.freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedServer service(String address) {
        return service(address, Map.of());
    }

    static EmbeddedServer service(String address, Map<String, Object> more) {
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

    static void awaitTopics() {
        await().atMost(LONG)
                .ignoreExceptions()
                .until(() -> BROKER.committed(Topic.ASSESSMENTS.topicName()) != null
                        && BROKER.committed(Topic.ARTICLES.topicName()) != null
                        && BROKER.committed(Topic.ARTICLES.deadLetters()) != null
                        && BROKER.committed(Topic.ASSESSMENTS.topicName(Lane.BACKFILL)) != null
                        && BROKER.committed(Topic.ARTICLES.topicName(Lane.BACKFILL)) != null);
    }

    static List<Envelope<ArticleAssessed>> assessmentsOf(String articleId) {
        return BROKER.committed(Topic.ASSESSMENTS.topicName()).stream()
                .filter(record -> articleId.equals(record.key()))
                .map(record -> EventRecords.read(record, ArticleAssessed.class))
                .toList();
    }

    static List<String> assessed(String prefix) {
        return BROKER.committed(Topic.ASSESSMENTS.topicName()).stream()
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
    static List<Instant> assessedAt(Lane lane, String prefix) {
        return BROKER.committed(Topic.ASSESSMENTS.topicName(lane)).stream()
                .map(record -> EventRecords.read(record, ArticleAssessed.class).event())
                .filter(assessed -> assessed.article().url().getPath().startsWith("/" + prefix))
                .map(assessed -> Objects.requireNonNull(assessed.hops().assessed()))
                .sorted()
                .toList();
    }

    static ArticleFetched article(String path, String title) {
        return article(path, title, "");
    }

    static ArticleFetched article(String path, String title, String text) {
        var url = URI.create("https://news.example.org/" + path);
        var source = new Source(new FeedId("example-en"), "Example Wire", "example", SourceKind.AGENCY, "KR");
        var article = new Article(ArticleId.of(url), 1, source, url, title, text, null, "und");
        return new ArticleFetched(article, Hops.discovered(NOON, NOON).fetched(NOON));
    }

    static ProducerRecord<String, byte[]> recordOf(ArticleFetched fetched) {
        return recordOf(fetched, Lane.LIVE);
    }

    static ProducerRecord<String, byte[]> recordOf(ArticleFetched fetched, Lane lane) {
        return EventRecords.write(Envelope.first(fetched, URI.create("/crawler-service"), NOON, lane));
    }

    static ProducerRecord<String, byte[]> copyOf(String key, byte[] value, Headers headers) {
        return new ProducerRecord<>(Topic.ARTICLES.topicName(), null, key, value, headers);
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    static int readiness(EmbeddedServer service) throws Exception {
        return get(service, "/health/readiness").statusCode();
    }

    static HttpResponse<String> get(EmbeddedServer service, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(service.getURI().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
