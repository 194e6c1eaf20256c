package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedState;

class FeedHealthIT extends CrawlerCase {

    @Test
    void tellsTheHealthOfEachFeed() {
        site.hasArticle("/one", "One agreement");
        site.has("/good", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
        site.has("/empty", "application/rss+xml", Newsroom.rss());
        site.has("/page", "text/html", "<html><body><p>No feed here</p></body></html>");
        site.answers("/gone", _ -> new MockResponse.Builder().code(410).build());
        site.answers(
                "/busy",
                _ -> new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "3600")
                        .build());
        var crawler = start(
                "health",
                feed("h-good", site.url("/good"), "1h")
                        + feed("h-empty", site.url("/empty"), "1h")
                        + feed("h-page", site.url("/page"), "1h")
                        + feed("h-gone", site.url("/gone"), "1h")
                        + feed("h-busy", site.url("127.0.0.2", "/busy"), "1h")
                        + feed("h-dead", "http://127.0.0.1:1/", "1h")
                        + feed("h-private", "http://10.0.0.1/", "1h"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows(crawler, "select id || ' ' || state from feed order by id"))
                        .containsExactly(
                                "h-busy THROTTLED",
                                "h-dead FAILING",
                                "h-empty EMPTY",
                                "h-gone GONE",
                                "h-good HEALTHY",
                                "h-page FAILING",
                                "h-private FAILING"));
        assertThat(get(crawler, "/actuator/health/readiness")).contains("\"UP\"");
        assertThat(get(crawler, "/actuator/feeds"))
                .contains("\"byState\":{\"empty\":1,\"failing\":3,\"gone\":1,\"healthy\":1,\"throttled\":1}")
                .contains("\"reason\":\"HTTP 410\"");
        assertThat(get(crawler, "/actuator/prometheus")).contains("tumen_crawler_feeds{state=\"failing\"} 3.0");
        assertThat(rows(crawler, "select reason from feed where id = 'h-private'"))
                .containsExactly("forbidden address: 10.0.0.1 (private)");
        try (var health = new TopicReader("tumen.feed-health")) {
            assertThat(health.all().stream()
                            .map(record -> EventRecords.read(record, FeedHealthChanged.class)
                                    .event())
                            .filter(change -> change.feed().value().equals("h-gone")))
                    .singleElement()
                    .satisfies(change -> {
                        assertThat(change.previous()).isEqualTo(FeedState.NEW);
                        assertThat(change.state()).isEqualTo(FeedState.GONE);
                        assertThat(change.reason()).isEqualTo("HTTP 410");
                    });
        }
    }
}
