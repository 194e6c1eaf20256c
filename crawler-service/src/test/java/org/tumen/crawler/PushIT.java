package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.tumen.model.article.Article;

class PushIT extends CrawlerCase {

    private static final String[] ON = {
        "--tumen.crawler.websub.callback=" + Hub.PUBLIC, "--tumen.crawler.websub.lease=1h"
    };

    private final Hub hub = new Hub();

    @BeforeEach
    void publish() {
        for (var name : List.of("one", "two", "three", "four")) {
            site.hasArticle("/" + name, "Agreement " + name);
        }
        lists("one");
    }

    @AfterEach
    void closeHub() {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HmacSHA1", "HmacSHA256", "HmacSHA384", "HmacSHA512"})
    void publishesWhatItsHubPushesAndIgnoresWhatNobodySigned(String method) {
        var name = method.toLowerCase(java.util.Locale.ROOT);
        var crawler = start("push_" + name, feed(name, site.url("/feed"), "1h"), ON);
        verify(crawler, 3600);

        assertThat(hub.lastRequest())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", site.url("/feed"))
                .containsEntry("hub.lease_seconds", "3600");
        assertThat(hub.secret()).hasSize(64);
        assertThat(hub.lastRequest().get("hub.callback")).matches(Hub.PUBLIC + "/[\\w-]{43}");

        assertThat(hub.push(port(crawler), rss("two"), method, "not the secret").statusCode())
                .isEqualTo(202);
        assertThat(hub.push(port(crawler), rss("three"), method, hub.secret()).statusCode())
                .isEqualTo(202);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(titles(name)).containsExactlyInAnyOrder("Agreement one", "Agreement three"));
        assertThat(rows(crawler, "select key from entry order by key")).containsExactly("one", "three");
        assertThat(site.requestsFor("/feed")).isOne();
        assertThat(get(crawler, "/actuator/feeds"))
                .contains("\"push\":{\"state\":\"verified\",\"hub\":\"" + hub.url() + "\"");
    }

    @Test
    void answersNobodyWhoDoesNotKnowTheSubscription() {
        var crawler = start("strangers", feed("strangers", site.url("/feed"), "1h"), ON);
        await().atMost(SOON).until(() -> !hub.requests().isEmpty());

        assertThat(hub.verify(port(crawler), "https://other.example/feed", 60).statusCode())
                .isEqualTo(404);
        assertThat(hub.push(port(crawler), "x".repeat(6_000_000), "HmacSHA256", hub.secret())
                        .statusCode())
                .isEqualTo(413);
        var verified = hub.verify(port(crawler), site.url("/feed"), 60);
        assertThat(verified.body()).isEqualTo("challenge <1>");
        assertThat(verified.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void renewsTheLeaseAfterARestartAndEndsItWhenTheFeedGoes() throws IOException {
        var database = RealParts.newDatabase("renewal");
        var yaml = "feeds:\n" + feed("renewed", site.url("/feed"), "1h");
        try (var crawler = RealParts.crawler(database, folder, yaml, ON)) {
            verify(crawler, 10);
        }
        var callback = hub.lastRequest().get("hub.callback");

        var crawler = RealParts.crawler(database, folder, yaml, ON);
        crawlers.add(crawler);
        await().atMost(SOON).until(() -> hub.requests().size() == 2);
        assertThat(hub.lastRequest()).containsEntry("hub.mode", "subscribe").containsEntry("hub.callback", callback);
        assertThat(hub.verify(port(crawler), site.url("/feed"), 3600).statusCode())
                .isEqualTo(200);

        Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n" + feed("other", site.url("/nowhere"), "1h"));
        await().atMost(SOON).until(() -> "unsubscribe".equals(hub.lastRequest().get("hub.mode")));
        assertThat(hub.verify(port(crawler), site.url("/feed"), 0).statusCode()).isEqualTo(200);
        assertThat(rows(crawler, "select feed from push_subscription")).isEmpty();
        assertThat(hub.push(port(crawler), rss("two"), "HmacSHA256", "any").statusCode())
                .isEqualTo(410);
    }

    @Test
    void pollsForSafetyAndGoesBackToPollingWhenTheHubFallsSilent() {
        var crawler = start(
                "silent",
                feed("silent", site.url("/feed"), "1s"),
                ON[0],
                ON[1],
                "--tumen.crawler.websub.safety-poll=2s");
        verify(crawler, 3600);

        lists("two", "one");
        await().atMost(SOON).until(() -> titles("silent").size() == 2);
        assertThat(rows(crawler, "select state from push_subscription")).containsExactly("VERIFIED");
        lists("three", "two", "one");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(crawler, "select state from push_subscription"))
                        .containsExactly("SILENT"));
        await().atMost(SOON).until(() -> titles("silent").size() == 3);
    }

    @Test
    void pollsAsBeforeWhenTheHubDenies() {
        var crawler = start("denied", feed("denied", site.url("/feed"), "1h"), ON);
        verify(crawler, 3600);
        var polls = site.requestsFor("/feed");

        assertThat(hub.deny(port(crawler), "no more room").statusCode()).isEqualTo(200);

        await().atMost(SOON).until(() -> site.requestsFor("/feed") > polls);
        assertThat(get(crawler, "/actuator/feeds")).contains("denied by the hub: no more room");
    }

    @Test
    void takesNoPartWithoutACallbackAddress() {
        var crawler = start("no_push", feed("no-push", site.url("/feed"), "1h"));

        await().atMost(SOON).until(() -> titles("no-push").size() == 1);
        assertThat(rows(crawler, "select feed from push_subscription")).isEmpty();
        assertThat(hub.requests()).isEmpty();
    }

    private void verify(ConfigurableApplicationContext crawler, int lease) {
        await().atMost(SOON).until(() -> !hub.requests().isEmpty());
        var answer = hub.verify(port(crawler), site.url("/feed"), lease);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("challenge <1>");
    }

    private List<String> titles(String feed) {
        return published(feed).stream().map(Article::title).toList();
    }

    private void lists(String... names) {
        site.has("/feed", "application/rss+xml", rss(names));
    }

    private String rss(String... names) {
        var items = new String[names.length];
        for (var i = 0; i < names.length; i++) {
            items[i] = Newsroom.item(names[i], site.url("/" + names[i]));
        }
        return Newsroom.rss(items)
                .replace(
                        "<channel>",
                        "<channel xmlns:atom=\"http://www.w3.org/2005/Atom\"><atom:link rel=\"hub\" href=\"" + hub.url()
                                + "\"/><atom:link rel=\"self\" href=\"" + site.url("/feed") + "\"/>");
    }

    private static int port(ConfigurableApplicationContext crawler) {
        return Integer.parseInt(crawler.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
