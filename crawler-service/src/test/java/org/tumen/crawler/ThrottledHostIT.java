package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A host that asks to be left alone by one answer is left alone by all requests, also those of the next crawler. */
class ThrottledHostIT extends CrawlerCase {

    private static final int PAGES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Test
    void isLeftAloneAcrossARestart() {
        var hosts = List.of(
                new TiredHost("127.0.3.1", "/page/0", 429, false),
                new TiredHost("127.0.3.2", "/page/0", 503, true),
                new TiredHost("127.0.3.3", "/robots.txt", 429, true),
                new TiredHost("127.0.3.4", "/robots.txt", 503, false));
        var byName = hosts.stream().collect(Collectors.toMap(TiredHost::name, Function.identity()));
        for (var path : List.of("/robots.txt", "/feed", "/page/0", "/page/1", "/page/2", "/page/3", "/page/4")) {
            site.answers(
                    path,
                    request -> Objects.requireNonNull(byName.get(
                                    Objects.requireNonNull(request.getUrl()).host()))
                            .answer(path));
        }
        var feeds = hosts.stream()
                .map(host -> feed(host.id(), site.url(host.name(), "/feed"), "1s"))
                .collect(Collectors.joining());
        var database = RealParts.newDatabase("throttled");
        var retry = "--tumen.crawler.fetch.retry-after=100ms";
        try (var _ = startOn(database, feeds, retry)) {
            await().atMost(LATER).until(() -> hosts.stream().allMatch(TiredHost::hasAsked));
        }
        var crawler = startOn(database, feeds, retry);
        await().atMost(LATER)
                .untilAsserted(() -> assertThat(rows(crawler, "select url from entry where state = 'PUBLISHED'"))
                        .hasSize(hosts.size() * PAGES));

        assertThat(hosts).allSatisfy(TiredHost::wasLeftAlone);
    }

    /** A host that asks for a pause once, at one of its addresses, and notes every request. */
    private final class TiredHost {

        private final String name;
        private final String tiredAt;
        private final int status;
        private final boolean asDate;
        private final List<Instant> requests = new CopyOnWriteArrayList<>();
        private final AtomicReference<@Nullable Instant> asked = new AtomicReference<>();

        private TiredHost(String name, String tiredAt, int status, boolean asDate) {
            this.name = name;
            this.tiredAt = tiredAt;
            this.status = status;
            this.asDate = asDate;
        }

        private String name() {
            return name;
        }

        private String id() {
            return "tired-" + status + (asDate ? "-date" : "-seconds");
        }

        private boolean hasAsked() {
            return asked.get() != null;
        }

        private MockResponse answer(String path) {
            var now = Instant.now();
            requests.add(now);
            if (path.equals(tiredAt) && asked.compareAndSet(null, now)) {
                return new MockResponse.Builder()
                        .code(status)
                        .setHeader("Retry-After", pause(now))
                        .build();
            }
            return switch (path) {
                case "/robots.txt" -> new MockResponse.Builder().code(404).build();
                case "/feed" -> new MockResponse.Builder().body(feedOfPages()).build();
                default ->
                    new MockResponse.Builder()
                            .setHeader("Content-Type", "text/html")
                            .body(Newsroom.ownWords((name + path).hashCode()))
                            .build();
            };
        }

        /** The crawler asks for the pages from the last item on. */
        private String feedOfPages() {
            return Newsroom.rss(IntStream.range(0, PAGES)
                    .map(i -> PAGES - 1 - i)
                    .mapToObj(page -> Newsroom.item("page-" + page, site.url(name, "/page/" + page)))
                    .toArray(String[]::new));
        }

        /** A date has no fractions of a second: the next full one. */
        private String pause(Instant now) {
            return asDate
                    ? HTTP_DATE.format(now.plus(PAUSE).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS))
                    : Long.toString(PAUSE.toSeconds());
        }

        private void wasLeftAlone() {
            var from = Objects.requireNonNull(asked.get());
            assertThat(requests)
                    .as(id())
                    .filteredOn(time -> time.isAfter(from))
                    .isNotEmpty()
                    .allSatisfy(time -> assertThat(time).isAfter(from.plus(PAUSE)));
        }
    }
}
