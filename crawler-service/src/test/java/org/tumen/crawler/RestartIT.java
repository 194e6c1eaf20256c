package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartIT extends CrawlerCase {

    @Test
    void goesOnWhereItStoppedAndStopsQuickly() {
        site.hasArticle("/one", "One agreement");
        site.hasArticle("/two", "Two agreements");
        site.has("/feed", "application/rss+xml", Newsroom.rss(Newsroom.item("one", site.url("/one"))));
        var feed = feed("restart", site.url("/feed"), "1s");
        var database = RealParts.newDatabase("restart");
        var first = startOn(database, feed);
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
        startOn(database, feed);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published("restart")).hasSize(2));
        assertThat(site.requestsFor("/one")).isOne();
    }
}
