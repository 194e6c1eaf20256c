package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A host that asks to be left alone by one answer is left alone by all requests, also those of the next crawler. */
class ThrottledHostIT {

    private static final int PAGES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(6);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final List<Instant> requests = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Instant> throttled = new AtomicReference<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/page/0, 429, false, 127.0.3.1",
        "/page/0, 503, true, 127.0.3.2",
        "/robots.txt, 429, true, 127.0.3.3",
        "/robots.txt, 503, false, 127.0.3.4",
    })
    void isLeftAloneAcrossARestart(String path, int status, boolean asDate, String host) {
        try (var site = new Newsroom()) {
            site.answers("/robots.txt", _ -> noted(new MockResponse.Builder().code(404)));
            var items = new String[PAGES];
            for (var page = 0; page < PAGES; page++) {
                var number = page;
                site.answers(
                        "/page/" + page,
                        _ -> noted(new MockResponse.Builder()
                                .setHeader("Content-Type", "text/html")
                                .body(Newsroom.ownWords(20_000 + number))));
                items[PAGES - 1 - page] = Newsroom.item("page-" + page, site.url(host, "/page/" + page));
            }
            var later = new MockResponse.Builder().body(Newsroom.rss(items));
            site.answers("/feed", _ -> noted(later));
            site.answers(
                    path,
                    request -> throttled.compareAndSet(null, Instant.now())
                            ? noted(new MockResponse.Builder().code(status).setHeader("Retry-After", pause(asDate)))
                            : path.equals("/robots.txt")
                                    ? noted(new MockResponse.Builder().code(404))
                                    : noted(new MockResponse.Builder()
                                            .setHeader("Content-Type", "text/html")
                                            .body(Newsroom.ownWords(20_000))));
            var yaml = "feeds:\n  - {id: tired, url: '" + site.url(host, "/feed") + "', name: N, publisher: P, "
                    + "family: f, language: en, kind: press, every: 1s}\n";
            var database = RealParts.newDatabase("throttled_" + host.replace('.', '_'));
            var retry = "--tumen.crawler.fetch.retry-after=100ms";
            try (var _ = RealParts.crawler(database, folder, yaml, retry)) {
                await().atMost(SOON).until(() -> throttled.get() != null);
            }
            try (var crawler = RealParts.crawler(database, folder, yaml, retry)) {
                await().atMost(SOON)
                        .until(() -> crawler.getBean(JdbcClient.class)
                                        .sql("select count(*) from entry where state = 'PUBLISHED'")
                                        .query(Integer.class)
                                        .single()
                                == PAGES);
            }

            var from = throttled.get();
            assertThat(from).isNotNull();
            assertThat(requests)
                    .filteredOn(time -> time.isAfter(from.plusMillis(200)))
                    .isNotEmpty()
                    .allSatisfy(time -> assertThat(time).isAfter(from.plus(PAUSE)));
        }
    }

    private MockResponse noted(MockResponse.Builder answer) {
        requests.add(Instant.now());
        return answer.build();
    }

    /** A date has no fractions of a second: the next full one. */
    private static String pause(boolean asDate) {
        return asDate
                ? HTTP_DATE.format(Instant.now().plus(PAUSE).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS))
                : Long.toString(PAUSE.toSeconds());
    }
}
