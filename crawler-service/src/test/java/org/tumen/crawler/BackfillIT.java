package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.crawler.backfill.BackfillCommand;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.EventRecords;
import tools.jackson.databind.json.JsonMapper;

class BackfillIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path feeds;

    @TempDir
    Path archive;

    @Test
    void publishesFilesAndWhatAFeedListsOnTopicsOfTheirOwn() throws IOException {
        try (var site = new Newsroom();
                var live = new TopicReader("tumen.articles");
                var old = new TopicReader("tumen.articles.backfill")) {
            site.hasArticle("/one", "One agreement").hasArticle("/two", "Two agreements");
            site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
            var database = RealParts.newDatabase("backfill");
            var yaml = """
                    feeds:
                      - {id: history, url: '%s', name: History, publisher: Example, family: example, language: en, kind: press, every: 1h}
                    """.formatted(site.url("/feed"));
            try (var _ = RealParts.crawler(database, feeds, yaml, "--tumen.crawler.archive.dir=" + archive)) {
                await().atMost(SOON).until(() -> titles(live).equals(List.of("One agreement")));

                site.has(
                        "/feed",
                        "application/rss+xml",
                        Newsroom.rss(Newsroom.item("two", site.url("/two")), Newsroom.item("one", site.url("/one"))));
                assertThat(backfill(database, "--feed", "history", "--rate", "10"))
                        .isZero();
                assertThat(titles(old)).containsExactly("Two agreements");
                assertThat(titles(live)).containsExactly("One agreement");
            }

            var elsewhere = RealParts.newDatabase("backfill_elsewhere");
            assertThat(backfill(elsewhere, "--file", warc().toString())).isZero();
            assertThat(titles(old)).containsExactlyInAnyOrder("Two agreements", "One agreement", "Two agreements");

            saveMore(site);
            assertThat(backfill(elsewhere, "--file", archive.toString())).isZero();
            assertThat(titles(old)).hasSize(6).contains("Written down", "Page in a line", "Saved agreement");
            assertThat(titles(live)).hasSize(1);
        }
    }

    private int backfill(String database, String... options) {
        var settings = new String[] {
            "--spring.kafka.bootstrap-servers=" + RealParts.brokers(),
            "--spring.datasource.url=" + database,
            "--spring.datasource.username=postgres",
            "--tumen.crawler.feeds=" + feeds,
            "--tumen.http.allowed-addresses=127.0.0.0/8"
        };
        var arguments = new ArrayList<String>(List.of("backfill"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(settings));
        return BackfillCommand.run(arguments.toArray(String[]::new));
    }

    /** Beside the archive, whose articles are known by now: lines of two kinds and a saved page. */
    private void saveMore(Newsroom site) throws IOException {
        var json = new JsonMapper();
        Files.writeString(
                archive.resolve("more.jsonl"),
                json.writeValueAsString(
                                Map.of("url", site.url("/three"), "title", "Written down", "text", "What was said."))
                        + "\n"
                        + json.writeValueAsString(
                                Map.of("url", site.url("/four"), "html", Newsroom.article("Page in a line")))
                        + "\n");
        Files.writeString(
                archive.resolve("saved.html"),
                Newsroom.article("Saved agreement")
                        .replace("<title>", "<link rel=canonical href='" + site.url("/five") + "'><title>"));
    }

    private Path warc() throws IOException {
        try (var files = Files.list(archive)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static List<String> titles(TopicReader articles) {
        return articles.all().stream()
                .map(record ->
                        EventRecords.read(record, ArticleFetched.class).event().article())
                .filter(article -> article.source().feed().value().equals("history"))
                .map(Article::title)
                .toList();
    }
}
