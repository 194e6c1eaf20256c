package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class PollingIT extends CrawlerCase {

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

    private String feedOf(String host, String path) {
        var items = new String[10];
        for (var i = 0; i < 10; i++) {
            items[i] = Newsroom.item(path + "-" + i, site.url(host, "/" + path + "/" + i));
        }
        return Newsroom.rss(items);
    }
}
