package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.EventRecords;

/** A crawler is killed when it has the pages, and the broker does not have the articles yet. */
class KilledCrawlerIT {

    private static final List<Integer> PAGES = List.of(0, 1, 2);
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void losesNoArticleBetweenFetchAndPublish() throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, RealParts.brokers()));
                var articles = new TopicReader("tumen.articles");
                var site = new Newsroom()) {
            PAGES.forEach(page -> site.hasOwnWords("/page/" + page, 30_000 + page));
            site.has("/feed", "application/rss+xml", Newsroom.rss());
            var yaml = "feeds:\n  - {id: killed, url: '" + site.url("127.0.4.99", "/feed")
                    + "', name: N, publisher: P, " + "family: f, language: en, kind: press, every: 1s}\n";
            Files.writeString(folder.resolve("feeds.yaml"), yaml);
            var database = RealParts.newDatabase("killed");
            var killed = RealParts.crawlerProcess(database, folder);
            try {
                await().atMost(SOON).until(() -> site.requestsFor("/feed") > 0);
                replicasWanted(admin, 2); // There is one, so the broker takes no article.
                site.has("/feed", "application/rss+xml", Newsroom.rss(items(site)));
                await().atMost(SOON)
                        .until(() -> PAGES.stream().allMatch(page -> site.requestsFor("/page/" + page) > 0));
                assertThat(published(articles)).isEmpty();
            } finally {
                killed.destroyForcibly().waitFor();
                replicasWanted(admin, 1);
            }
            assertThat(published(articles)).isEmpty();

            try (var _ = RealParts.crawler(database, folder, yaml)) {
                await().atMost(SOON).until(() -> published(articles).size() == PAGES.size());
            }
            assertThat(published(articles)).containsExactlyInAnyOrder("/page/0", "/page/1", "/page/2");
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

    private static void replicasWanted(Admin admin, int replicas) throws Exception {
        var entry = new ConfigEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(replicas));
        admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, "tumen.articles"),
                        List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }
}
