package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.article.Passage;
import org.tumen.model.envelope.EventRecords;

/** Copies, and what becomes of articles after they were published. */
class LaterEditsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    @Test
    void tellsEditsWithdrawalsAndReturnsOfAPageAndWhoseTextItIs() {
        try (var site = new Newsroom();
                var articles = new TopicReader("tumen.articles")) {
            site.hasArticle("/first", "An agreement on trains").hasArticle("/copy", "Trains agreed on");
            site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("first", site.url("/first"))));
            try (var _ = crawler(site, "later_edits", "after=1s,2s,3s,4s,5s,6s,8s,10s,15s,20s")) {
                await().atMost(SOON).until(() -> of(articles, "/first").size() == 1);
                site.has(
                        "/feed",
                        "application/rss+xml",
                        Newsroom.rss(
                                Newsroom.item("copy", site.url("/copy")), Newsroom.item("first", site.url("/first"))));
                site.has("/first", "text/html; charset=utf-8", """
                        <!doctype html><html lang="en"><head><title>An agreement on trains</title></head><body><article>
                        <h1>An agreement on trains</h1>
                        <p>Officials of both sides met on the bridge over the Tumen river and signed an agreement on freight trains,
                        the first since the border was closed, the ministry said in a statement on Saturday evening.</p>
                        <p>The trains are to carry coal and flour twice a week, according to the statement, which gave no date for
                        the first of them and did not say who would pay for the repairs of the line. An agreement on trains.</p>
                        </article></body></html>
                        """);

                await().atMost(SOON).until(() -> of(articles, "/first").size() == 2);
                site.answers("/first", _ -> new MockResponse.Builder().code(410).build());
                await().atMost(SOON).until(() -> of(articles, "/first").size() == 3);
                await().atMost(SOON).until(() -> !of(articles, "/copy").isEmpty());
            }

            var first = of(articles, "/first");
            assertThat(first).extracting(Article::revision).containsExactly(1, 2, 3);
            assertThat(first.getFirst().origin()).isEqualTo(first.getFirst().id());
            assertThat(first.getFirst().change()).isNull();

            var edit = Objects.requireNonNull(first.get(1).change());
            assertThat(edit.kind()).isEqualTo(ChangeKind.EDITED);
            assertThat(edit.titleBefore()).isNull();
            assertThat(edit.passages())
                    .containsExactly(new Passage(first.get(1).text().indexOf("Saturday"), "Friday", "Saturday"));

            var withdrawal = Objects.requireNonNull(first.get(2).change());
            assertThat(withdrawal.kind()).isEqualTo(ChangeKind.WITHDRAWN);
            assertThat(first.get(2).text()).isEqualTo(first.get(1).text());

            var copy = of(articles, "/copy").getFirst();
            assertThat(copy.origin()).isEqualTo(first.getFirst().id());
            assertThat(copy.repeatsAnother()).isTrue();
        }
    }

    private ConfigurableApplicationContext crawler(Newsroom site, String database, String revisions) {
        return RealParts.crawler(
                RealParts.newDatabase(database),
                folder,
                """
                feeds:
                  - {id: edited, url: '%s', name: Edited, publisher: Example, family: example, language: en, kind: press, every: 1s}
                """.formatted(site.url("/feed")),
                "--tumen.crawler.revisions." + revisions);
    }

    private static List<Article> of(TopicReader articles, String path) {
        return articles.all().stream()
                .map(record ->
                        EventRecords.read(record, ArticleFetched.class).event().article())
                .filter(article -> article.source().feed().value().equals("edited"))
                .filter(article -> article.url().getPath().equals(path))
                .toList();
    }
}
