package org.tumen.crawler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.EventRecords;

/**
 * A site, crawlers on the real broker and database, and what they published. The tests of a class share them, as a start
 * takes longer than most tests: each has feeds of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrawlerCase {

    static final Duration SOON = Duration.ofSeconds(30);

    private Path folder = Path.of("");

    final Newsroom site = new Newsroom();
    final TopicReader articles = new TopicReader("tumen.articles");
    final List<ConfigurableApplicationContext> crawlers = new ArrayList<>();

    @BeforeAll
    void prepare(@TempDir Path feeds) {
        folder = feeds;
    }

    @AfterAll
    void stop() {
        crawlers.forEach(ConfigurableApplicationContext::close);
        articles.close();
        site.close();
    }

    /** The one that was started last. */
    ConfigurableApplicationContext crawler() {
        return crawlers.getLast();
    }

    /** On a database of its own. */
    ConfigurableApplicationContext start(String database, String feeds, String... more) {
        return startOn(RealParts.newDatabase(database), feeds, more);
    }

    ConfigurableApplicationContext startOn(String databaseUrl, String feeds, String... more) {
        var crawler = RealParts.crawler(databaseUrl, folder, "feeds:\n" + feeds, more);
        crawlers.add(crawler);
        return crawler;
    }

    List<Article> published(String feed) {
        return articles.all().stream()
                .map(record ->
                        EventRecords.read(record, ArticleFetched.class).event().article())
                .filter(article -> article.source().feed().value().equals(feed))
                .toList();
    }

    /** Instead of those before; for a crawler that runs. */
    void configure(String feeds) throws IOException {
        Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n" + feeds);
    }

    static String feed(String id, String url, String every) {
        return "  - {id: " + id + ", url: '" + url + "', name: " + id + ", publisher: Example, family: example, "
                + "language: en, kind: press, every: " + every + "}\n";
    }

    @SuppressWarnings("unchecked")
    static void send(ConfigurableApplicationContext crawler, ProducerRecord<String, byte[]> record) {
        KafkaTemplate<String, byte[]> broker = crawler.getBean(KafkaTemplate.class);
        broker.send(record).join();
    }

    static String get(ConfigurableApplicationContext crawler, String path) {
        return Objects.requireNonNull(WebClient.create("http://127.0.0.1:" + port(crawler))
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }

    static int port(ConfigurableApplicationContext crawler) {
        return Integer.parseInt(crawler.getEnvironment().getRequiredProperty("local.server.port"));
    }

    static List<String> rows(ConfigurableApplicationContext crawler, String sql) {
        return crawler.getBean(JdbcClient.class).sql(sql).query(String.class).list();
    }
}
