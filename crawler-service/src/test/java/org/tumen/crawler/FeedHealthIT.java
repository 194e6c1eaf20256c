package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;

class FeedHealthIT extends CrawlerCase {

    @BeforeAll
    void start() {
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
        site.hasArticle("/two", "Two agreements").hasArticle("/three", "Three agreements");
        site.has("/quiet", "application/rss+xml", Newsroom.rss(Newsroom.item("two", site.url("/two"))));
        start(
                "health",
                feed("h-good", site.url("/good"), "1h")
                        + feed("h-empty", site.url("/empty"), "1h")
                        + feed("h-page", site.url("/page"), "1h")
                        + feed("h-gone", site.url("/gone"), "1h")
                        + feed("h-busy", site.url("127.0.0.2", "/busy"), "1h")
                        + feed("h-dead", "http://127.0.0.1:1/", "1h")
                        + feed("h-private", "http://10.0.0.1/", "1h")
                        + feed("q-quiet", site.url("/quiet"), "1s"));
    }

    @Test
    void tellsTheHealthOfEachFeed() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                rows(crawler(), "select id || ' ' || state from feed where id like 'h-%' order by id"))
                        .containsExactly(
                                "h-busy THROTTLED",
                                "h-dead FAILING",
                                "h-empty EMPTY",
                                "h-gone GONE",
                                "h-good HEALTHY",
                                "h-page FAILING",
                                "h-private FAILING"));
        assertThat(get(crawler(), "/actuator/health/readiness")).contains("\"UP\"");
        assertThat(get(crawler(), "/actuator/feeds"))
                .containsPattern(
                        "\"byState\":.\"empty\":1,\"failing\":3,\"gone\":1,\"healthy\":[12],(\"quiet\":1,)?\"throttled\":1")
                .contains("\"reason\":\"HTTP 410\"");
        assertThat(get(crawler(), "/actuator/prometheus")).contains("tumen_crawler_feeds{state=\"failing\"} 3.0");
        assertThat(rows(crawler(), "select reason from feed where id = 'h-private'"))
                .containsExactly("forbidden address: 10.0.0.1 (private)");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("h-"))
                        .containsExactlyInAnyOrder(
                                "h-busy: NEW to THROTTLED, HTTP 429, asked for a pause of PT1H",
                                "h-dead: NEW to FAILING, " + reason("h-dead"),
                                "h-empty: NEW to EMPTY, a readable feed without entries",
                                "h-gone: NEW to GONE, HTTP 410",
                                "h-good: NEW to HEALTHY, 1 new of 1 entries",
                                "h-page: NEW to FAILING, " + reason("h-page"),
                                "h-private: NEW to FAILING, forbidden address: 10.0.0.1 (private)"));
    }

    @Test
    void tellsThatAFeedFellQuietAndThatItIsBack() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(stateOfTheQuietOne()).isEqualTo("UNCHANGED"));

        await().atMost(SOON).untilAsserted(() -> {
            crawler()
                    .getBean(JdbcClient.class)
                    .sql("update feed set last_fresh = timestamptz '2026-01-01 00:00:00+00' where id = 'q-quiet'")
                    .update();
            assertThat(stateOfTheQuietOne()).isEqualTo("QUIET");
        });
        site.has(
                "/quiet",
                "application/rss+xml",
                Newsroom.rss(Newsroom.item("three", site.url("/three")), Newsroom.item("two", site.url("/two"))));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told("q-"))
                        .containsExactly(
                                "q-quiet: NEW to HEALTHY, 1 new of 1 entries",
                                "q-quiet: UNCHANGED to QUIET, no new entry since 2026-01-01T00:00:00Z",
                                "q-quiet: QUIET to HEALTHY, 1 new of 2 entries"));
    }

    private String stateOfTheQuietOne() {
        return String.join(" ", rows(crawler(), "select state from feed where id = 'q-quiet'"));
    }

    /** Every change that was published of the feeds whose ids begin so. */
    private static List<String> told(String ids) {
        try (var health = new TopicReader("tumen.feed-health")) {
            return health.all().stream()
                    .map(record ->
                            EventRecords.read(record, FeedHealthChanged.class).event())
                    .filter(change -> change.feed().value().startsWith(ids))
                    .map(change ->
                            change.feed() + ": " + change.previous() + " to " + change.state() + ", " + change.reason())
                    .toList();
        }
    }

    private String reason(String feed) {
        return rows(crawler(), "select reason from feed where id = '" + feed + "'")
                .getFirst();
    }
}
