package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two crawlers of one group, of which one is killed, on sites that count who is there at once. */
class TwoCrawlersIT {

    private static final int HOSTS = 6;
    private static final int PAGES = 12;
    private static final String SHARED = "127.0.0.10";

    @TempDir
    Path folder;

    private final Map<String, AtomicInteger> present = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> most = new ConcurrentHashMap<>();
    /** Requests for pages, by crawler. */
    private final Map<String, AtomicInteger> agents = new ConcurrentHashMap<>();

    private final Set<String> pollers = ConcurrentHashMap.newKeySet();
    private volatile boolean hasNews;

    @Test
    void neverAskAHostForTwoThingsAtOnceAlsoWhileOneIsKilled() throws IOException {
        try (var site = new MockWebServer()) {
            site.setDispatcher(new Visitors(site));
            site.start(InetAddress.getByName("0.0.0.0"), 0);
            var feeds = new StringBuilder("feeds:\n");
            for (var host = 0; host < HOSTS; host++) {
                feeds.append("  - {id: two-" + host + ", url: 'http://127.0.0.1" + host + ":" + site.getPort()
                        + "/feed', name: N, publisher: P, family: f, language: en, kind: press, every: 1s}\n");
            }
            var database = RealParts.newDatabase("two_crawlers");
            try (var first = RealParts.crawler(database, folder, feeds.toString(), as("first"))) {
                var second = RealParts.crawlerProcess(database, folder, as("second"));
                try {
                    await().atMost(RealParts.START).until(() -> pollers.containsAll(Set.of("first", "second")));
                    hasNews = true;
                    await().atMost(Duration.ofSeconds(60)).until(() -> seen("second") >= 3);
                    assertThat(published(first)).isLessThan(HOSTS * PAGES);
                } finally {
                    second.destroyForcibly();
                }
                await().atMost(Duration.ofSeconds(90)).until(() -> published(first) == HOSTS * PAGES);
            }
        }

        assertThat(seen("first")).isPositive();
        assertThat(most)
                .hasSize(HOSTS)
                .allSatisfy((_, visitors) -> assertThat(visitors).hasValue(1));
    }

    private static String[] as(String agent) {
        return Stream.concat(
                        Stream.of("--tumen.crawler.fetch.user-agent=" + agent, RealParts.IMPATIENT),
                        Stream.of(RealParts.missedSoon()))
                .toArray(String[]::new);
    }

    private int seen(String agent) {
        return agents.getOrDefault(agent, new AtomicInteger()).get();
    }

    private static int published(org.springframework.context.ConfigurableApplicationContext crawler) {
        return crawler.getBean(JdbcClient.class)
                .sql("select count(*) from entry where state = 'PUBLISHED'")
                .query(Integer.class)
                .single();
    }

    /** The pages of all hosts are found at one of them, which takes its time. */
    private final class Visitors extends Dispatcher {

        private final MockWebServer site;

        private Visitors(MockWebServer site) {
            this.site = site;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            var url = Objects.requireNonNull(request.getUrl());
            var here = present.computeIfAbsent(url.host(), _ -> new AtomicInteger());
            var now = here.incrementAndGet();
            most.computeIfAbsent(url.host(), _ -> new AtomicInteger()).accumulateAndGet(now, Math::max);
            note(url.encodedPath(), String.valueOf(request.getHeaders().get("User-Agent")));
            TimeUnit.MILLISECONDS.sleep(url.host().equals(SHARED) ? 80 : 20);
            here.decrementAndGet();
            return answer(url.host(), url.encodedPath());
        }

        private void note(String path, String agent) {
            if (path.equals("/feed")) {
                pollers.add(agent);
            } else {
                agents.computeIfAbsent(agent, _ -> new AtomicInteger()).incrementAndGet();
            }
        }

        private MockResponse answer(String host, String path) {
            if (path.equals("/feed")) {
                var items = new String[hasNews ? PAGES : 0];
                for (var i = 0; i < items.length; i++) {
                    items[i] = Newsroom.item(
                            host + "-" + i, "http://" + host + ":" + site.getPort() + "/" + host + "/" + i);
                }
                return new MockResponse.Builder().body(Newsroom.rss(items)).build();
            }
            if (!path.startsWith("/127.")) {
                return new MockResponse.Builder().code(404).build();
            }
            if (!host.equals(SHARED)) {
                return new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "http://" + SHARED + ":" + site.getPort() + path)
                        .build();
            }
            return new MockResponse.Builder()
                    .setHeader("Content-Type", "text/html; charset=utf-8")
                    .body(Newsroom.article("Agreement " + path))
                    .build();
        }
    }
}
