package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.EventRecords;

/** A crawler is killed when it has the pages, and the broker does not have their articles yet. */
class KilledCrawlerIT {

    private static final List<Integer> PAGES = List.of(0, 1, 2);
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void losesNoArticleBetweenFetchAndPublish() throws Exception {
        try (var articles = new TopicReader("tumen.articles");
                var site = new Newsroom()) {
            PAGES.forEach(page -> site.hasOwnWords("/page/" + page, 30_000 + page));
            site.has("/feed", "application/rss+xml", Newsroom.rss());
            var yaml = "feeds:\n  - {id: killed, url: '" + site.url("127.0.4.99", "/feed")
                    + "', name: N, publisher: P, " + "family: f, language: en, kind: press, every: 1s}\n";
            Files.writeString(folder.resolve("feeds.yaml"), yaml);
            var database = RealParts.newDatabase("killed");
            var killed = RealParts.crawlerProcess(database, folder, RealParts.missedSoon());
            try (var lock = DriverManager.getConnection(database, "postgres", "")) {
                await().atMost(RealParts.START).until(() -> site.requestsFor("/feed") > 0);
                holdBackBeforePublishing(lock);
                site.has("/feed", "application/rss+xml", Newsroom.rss(items(site)));
                await().atMost(SOON)
                        .until(() -> PAGES.stream().allMatch(page -> site.requestsFor("/page/" + page) > 0));
                await().atMost(SOON).until(() -> isHeldBack(lock));
                killed.destroyForcibly().waitFor();
            } finally {
                killed.destroyForcibly();
            }
            assertThat(published(articles)).isEmpty();

            try (var _ = RealParts.crawler(database, folder, yaml, RealParts.missedSoon())) {
                await().atMost(SOON).until(() -> published(articles).size() == PAGES.size());
            }
            assertThat(published(articles)).containsExactlyInAnyOrder("/page/0", "/page/1", "/page/2");
        }
    }

    /** Before an article is published its text is compared with the signatures of others, which now waits. */
    private static void holdBackBeforePublishing(Connection lock) throws SQLException {
        lock.setAutoCommit(false);
        try (var statement = lock.createStatement()) {
            statement.execute("lock table crawler.origin in access exclusive mode");
        }
    }

    private static boolean isHeldBack(Connection lock) throws SQLException {
        try (var statement = lock.createStatement();
                var waiting = statement.executeQuery(
                        "select count(*) from pg_locks where relation = 'crawler.origin'::regclass and not granted")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    /** Each page at a host of its own, so that all of them are fetched and none waits for another's article. */
    private static String[] items(Newsroom site) {
        return IntStream.range(0, PAGES.size())
                .mapToObj(page -> Newsroom.item("page-" + page, site.url("127.0.4." + page, "/page/" + page)))
                .toArray(String[]::new);
    }

    private static List<String> published(TopicReader articles) {
        return articles.all().stream()
                .map(record ->
                        EventRecords.read(record, ArticleFetched.class).event().article())
                .filter(article -> article.source().feed().value().equals("killed"))
                .map(article -> article.url().getPath())
                .toList();
    }
}
