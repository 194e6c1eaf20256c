package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;

/** What becomes of a subscription in time. */
class PushLeaseIT extends CrawlerCase {

    private static final String[] ON = {
        "--tumen.crawler.websub.callback=" + Hub.PUBLIC,
        "--tumen.crawler.websub.lease=1h",
        "--tumen.crawler.websub.safety-poll=2s"
    };

    private final PushedFeed renewed = new PushedFeed(site, "renewed");
    private final PushedFeed silent = new PushedFeed(site, "silent");

    @AfterAll
    void closeHubs() {
        renewed.close();
        silent.close();
    }

    @Test
    void isRenewedAfterARestartAndEndsWhenTheFeedGoesAndItsFeedIsPolledForSafety() throws IOException {
        var database = RealParts.newDatabase("push_lease");
        try (var crawler = startOn(database, renewed.yaml("1h") + silent.yaml("1s"), ON)) {
            renewed.verify(port(crawler), 10);
            silent.verify(port(crawler), 3600);
        }
        var callback = renewed.hub().lastRequest().get("hub.callback");

        var crawler = startOn(database, renewed.yaml("1h") + silent.yaml("1s"), ON);
        goesBackToPollingWhenTheHubFallsSilent();

        await().atMost(SOON).until(() -> renewed.hub().requests().size() > 1);
        assertThat(renewed.hub().lastRequest())
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.callback", callback);
        renewed.verify(port(crawler), 3600);

        configure(silent.yaml("1s"));
        await().atMost(SOON)
                .until(() -> "unsubscribe".equals(renewed.hub().lastRequest().get("hub.mode")));
        renewed.verify(port(crawler), 0);
        assertThat(rows(crawler, "select feed from push_subscription")).containsExactly("silent");
        assertThat(renewed.hub()
                        .push(port(crawler), renewed.rss("two"), "HmacSHA256", "any")
                        .statusCode())
                .isEqualTo(410);
    }

    private void goesBackToPollingWhenTheHubFallsSilent() {
        silent.lists("two", "one");
        await().atMost(SOON).until(() -> published("silent").size() == 2);
        assertThat(state("silent")).isEqualTo("VERIFIED");

        silent.lists("three", "two", "one");
        await().atMost(SOON).until(() -> state("silent").equals("SILENT"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("silent"))
                        .extracting(Article::title)
                        .contains("Agreement three"));
    }

    private String state(String feed) {
        return rows(crawler(), "select state from push_subscription where feed = '" + feed + "'")
                .getFirst();
    }
}
