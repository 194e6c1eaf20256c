package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.tumen.model.article.Article;

class PushIT extends CrawlerCase {

    private static final List<String> METHODS = List.of("HmacSHA1", "HmacSHA256", "HmacSHA384", "HmacSHA512");

    private final Map<String, PushedFeed> feeds = Stream.concat(METHODS.stream(), Stream.of("strangers", "denied"))
            .collect(Collectors.toMap(name -> name, name -> new PushedFeed(site, name.toLowerCase(Locale.ROOT))));

    @BeforeAll
    void start() {
        start(
                "push",
                feeds.values().stream().map(feed -> feed.yaml("1h")).collect(Collectors.joining()),
                "--tumen.crawler.websub.callback=" + Hub.PUBLIC,
                "--tumen.crawler.websub.lease=1h");
    }

    @AfterAll
    void closeHubs() {
        feeds.values().forEach(PushedFeed::close);
    }

    @ParameterizedTest
    @FieldSource("METHODS")
    void publishesWhatItsHubPushesAndIgnoresWhatNobodySigned(String method) {
        var feed = feed(method);
        var hub = feed.hub();
        feed.verify(port(crawler()), 3600);

        assertThat(hub.lastRequest())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", feed.url())
                .containsEntry("hub.lease_seconds", "3600");
        assertThat(hub.secret()).hasSize(64);
        assertThat(hub.lastRequest().get("hub.callback")).matches(Hub.PUBLIC + "/[\\w-]{43}");

        assertThat(hub.push(port(crawler()), feed.rss("two"), method, "not the secret")
                        .statusCode())
                .isEqualTo(202);
        assertThat(hub.push(port(crawler()), feed.rss("three"), method, hub.secret())
                        .statusCode())
                .isEqualTo(202);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published(feed.id()))
                        .extracting(Article::title)
                        .containsExactlyInAnyOrder("Agreement one", "Agreement three"));
        assertThat(rows(crawler(), "select key from entry where feed = '" + feed.id() + "' order by key"))
                .containsExactly("one", "three");
        assertThat(feed.polls()).isOne();
        assertThat(get(crawler(), "/actuator/feeds"))
                .contains("\"push\":{\"state\":\"verified\",\"hub\":\"" + hub.url() + "\"");
        assertThat(get(crawler(), "/actuator/prometheus"))
                .contains(
                        "tumen_crawler_pushes_total{result=\"unsigned\"}",
                        "tumen_crawler_pushes_total{result=\"taken\"}");
    }

    @Test
    void answersNobodyWhoDoesNotKnowTheSubscription() {
        var feed = feed("strangers");
        var hub = feed.hub();
        await().atMost(SOON).until(() -> !hub.requests().isEmpty());

        assertThat(hub.verify(port(crawler()), "https://other.example/feed", 60).statusCode())
                .isEqualTo(404);
        assertThat(hub.push(port(crawler()), "x".repeat(6_000_000), "HmacSHA256", hub.secret())
                        .statusCode())
                .isEqualTo(413);
        var verified = hub.verify(port(crawler()), feed.url(), 60);
        assertThat(verified.body()).isEqualTo("challenge <1>");
        assertThat(verified.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void pollsAsBeforeWhenTheHubDenies() {
        var feed = feed("denied");
        feed.verify(port(crawler()), 3600);
        var polls = feed.polls();

        assertThat(feed.hub().deny(port(crawler()), "no more room").statusCode())
                .isEqualTo(200);

        await().atMost(SOON).until(() -> feed.polls() > polls);
        assertThat(get(crawler(), "/actuator/feeds")).contains("denied by the hub: no more room");
    }

    private PushedFeed feed(String name) {
        return Objects.requireNonNull(feeds.get(name));
    }
}
