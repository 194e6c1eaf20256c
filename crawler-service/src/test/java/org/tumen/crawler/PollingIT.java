package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tumen.model.parts.AlsoInContainers;

@AlsoInContainers
class PollingIT extends CrawlerCase {

    private final List<String> validators = new CopyOnWriteArrayList<>();

    @BeforeAll
    void start() {
        start(
                "polling",
                feed("growing", growing(), "1s")
                        + feed("slow", tarpit(), "1h")
                        + feed("fast", site.url("127.0.0.1", "/fast"), "1h")
                        + feed("no-push", pushed(), "1h"),
                RealParts.IMPATIENT);
    }

    /** A feed that has another entry from its third poll on. */
    private String growing() {
        site.hasArticle("/one", "One agreement");
        site.hasArticle("/two", "Two agreements");
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
        return site.url("/feed");
    }

    @Test
    void findsANewEntryAtTheNextPollAndAsksConditionally() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("growing")).hasSize(2));
        assertThat(validators.getFirst()).isEqualTo("null");
        assertThat(validators.subList(1, validators.size())).allMatch(tag -> tag.startsWith("W/\""));
        assertThat(site.requestsFor("/one")).isOne();
    }

    /** A feed whose pages never end; on another host there is one with good pages. */
    private String tarpit() {
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
        return site.url("localhost", "/slow");
    }

    @Test
    void doesNotLetATarpitDelayAnotherHost() {
        await().atMost(SOON).until(() -> site.requestsFor("/slow/9") + site.requestsFor("/slow/0") > 0);
        await().atMost(Duration.ofSeconds(20)) // Page by page the tarpit holds for thirty.
                .untilAsserted(() -> assertThat(published("fast")).hasSize(10));
        assertThat(published("slow")).isEmpty();
    }

    /** A feed that names a hub. */
    private String pushed() {
        site.hasArticle("/three", "Three agreements");
        site.answers(
                "/pushed",
                _ -> new MockResponse.Builder()
                        .setHeader(
                                "Link", "<" + site.url("/hub") + ">; rel=hub, <" + site.url("/pushed") + ">; rel=self")
                        .body(Newsroom.rss(Newsroom.item("three", site.url("/three"))))
                        .build());
        return site.url("/pushed");
    }

    @Test
    void takesNoPartInPushingWithoutACallbackAddress() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("no-push")).hasSize(1));
        assertThat(rows(crawler(), "select feed from push_subscription")).isEmpty();
        assertThat(site.requestsFor("/hub")).isZero();
    }

    private String feedOf(String host, String path) {
        var items = new String[10];
        for (var i = 0; i < 10; i++) {
            items[i] = Newsroom.item(path + "-" + i, site.url(host, "/" + path + "/" + i));
        }
        return Newsroom.rss(items);
    }
}
