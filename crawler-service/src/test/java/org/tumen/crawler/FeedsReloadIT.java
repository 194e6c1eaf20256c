package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

class FeedsReloadIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Newsroom site = new Newsroom();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void pollsTheGoodFeedsOfAFileAndFollowsTheFilesWhileItRuns() throws IOException {
        for (var path : new String[] {"/second", "/elsewhere"}) {
            site.has(path, "application/rss+xml", Newsroom.rss());
        }
        try (var crawler = RealParts.crawler(RealParts.newDatabase("reload"), folder, nineteenGoodOfTwenty())) {
            awaitPollsOfTheNineteen();
            assertThat(get(crawler, "/actuator/feeds")).contains("feeds.yaml:8: feeds[6]");
            assertThat(get(crawler, "/actuator/prometheus")).contains("tumen_crawler_feeds_faults 1.0");

            write("more.yaml", "feeds:\n" + feed("second", "/second") + "  - {id: bad, url: 'mailto:x'}\n");
            await().atMost(SOON).until(() -> site.requestsFor("/second") == 1);
            assertThat(get(crawler, "/actuator/prometheus")).contains("tumen_crawler_feeds_faults 2.0");
            assertThat(get(crawler, "/actuator/feeds"))
                    .contains("more.yaml:3: feeds[1]")
                    .contains("\"second\"");

            write("more.yaml", "feeds:\n" + feed("second", "/elsewhere"));
            await().atMost(SOON).until(() -> site.requestsFor("/elsewhere") == 1);
            assertThat(get(crawler, "/actuator/prometheus")).contains("tumen_crawler_feeds_faults 1.0");

            Files.delete(folder.resolve("more.yaml"));
            await().atMost(SOON).until(() -> !get(crawler, "/actuator/feeds").contains("\"second\""));
            awaitPollsOfTheNineteen();
        }
    }

    private String nineteenGoodOfTwenty() {
        var yaml = new StringBuilder("feeds:\n");
        for (var number = 1; number <= 20; number++) {
            site.has("/feed/" + number, "application/rss+xml", Newsroom.rss());
            yaml.append(number == 7 ? "  - {id: seven, url: 'mailto:x'}\n" : feed("n-" + number, "/feed/" + number));
        }
        return yaml.toString();
    }

    /** One of each: a change in another file is none of theirs. */
    private void awaitPollsOfTheNineteen() {
        await().atMost(SOON).untilAsserted(() -> {
            for (var number = 1; number <= 20; number++) {
                assertThat(site.requestsFor("/feed/" + number))
                        .as("feed %d", number)
                        .isEqualTo(number == 7 ? 0 : 1);
            }
        });
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }

    private String feed(String id, String path) {
        return "  - {id: " + id + ", url: '" + site.url(path) + "', name: N, publisher: P, family: f, language: en, "
                + "kind: press}\n";
    }

    private static String get(ConfigurableApplicationContext crawler, String path) {
        var port = crawler.getEnvironment().getRequiredProperty("local.server.port");
        return Objects.requireNonNull(WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(String.class)
                .block());
    }
}
