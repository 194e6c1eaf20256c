package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.model.article.ArticleFetched;
import org.tumen.model.envelope.EventRecords;

/** A host with a long row of pages shares its partition with one that has a few. */
class LongRowIT {

    /** More than a partition may have in flight: what is beyond is put off. */
    private static final int MANY = 100;

    private static final int FEW = 8;

    /** What a page of the long row takes at first: all of them take longer than the few of the neighbour by far. */
    private static final Duration SLOW = Duration.ofMillis(120);

    private static final String[] SMALL = {
        "--tumen.crawler.fetch.max-waiting=10", "--tumen.crawler.fetch.max-in-flight=40"
    };

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofMinutes(2);

    private final List<String> hosts = NeighbouringHosts.two(1);
    private final List<Integer> visits = new CopyOnWriteArrayList<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile Duration pace = SLOW;

    @TempDir
    Path folder;

    @Test
    void holdsNobodyUpAndLosesNothingAlsoAcrossARestart() throws Exception {
        try (var site = new Newsroom();
                var articles = new TopicReader("tumen.articles")) {
            for (var page = 0; page < MANY; page++) {
                var number = page;
                site.answers("/many/" + page, _ -> visit(number));
            }
            site.has("/many", "application/rss+xml", feedOf(site, hosts.getFirst(), "many", MANY));
            site.has("/few", "application/rss+xml", Newsroom.rss());
            var yaml = "feeds:\n" + feed("many", site.url(hosts.getFirst(), "/many"), "1h")
                    + feed("few", site.url(hosts.getLast(), "/few"), "1s");
            var database = RealParts.newDatabase("long_row");
            try (var first = RealParts.crawler(database, folder, yaml, SMALL)) {
                await().atMost(SOON)
                        .until(() -> count(first, "select count(*) from entry where feed = 'many'") == MANY);
                for (var page = 0; page < FEW; page++) {
                    site.hasOwnWords("/few/" + page, MANY + page);
                }
                site.has("/few", "application/rss+xml", feedOf(site, hosts.getLast(), "few", FEW));

                await().atMost(SOON).until(() -> published(articles, "few").size() == FEW);
                assertThat(published(articles, "many")).hasSizeLessThan(MANY / 2);
                await().atMost(SOON).until(() -> lag() == 0);
                assertThat(count(first, "select count(*) from put_off")).isPositive();
            }
            assertThat(published(articles, "many")).hasSizeLessThan(MANY);

            pace = Duration.ZERO;
            var before = visits.size();
            try (var _ = RealParts.crawler(database, folder, yaml, SMALL)) {
                await().atMost(LATER)
                        .until(() ->
                                published(articles, "many").stream().distinct().count() == MANY);
            }
            assertThat(visits.subList(before, visits.size()))
                    .as("the oldest first")
                    .isSorted();
            assertThat(most).hasValue(1);
        }
    }

    private MockResponse visit(int number) {
        most.accumulateAndGet(present.incrementAndGet(), Math::max);
        visits.add(number);
        takeTime();
        var page = new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body(Newsroom.ownWords(number))
                .build();
        present.decrementAndGet();
        return page;
    }

    private void takeTime() {
        try {
            TimeUnit.MILLISECONDS.sleep(pace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What of the hosts' partition the group has still before it. */
    private long lag() throws Exception {
        var partition = new TopicPartition("tumen.fetches", NeighbouringHosts.partition(hosts.getFirst()));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, RealParts.brokers()))) {
            var end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            var committed = admin.listConsumerGroupOffsets("crawler-service")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return committed == null ? end : end - committed.offset();
        }
    }

    private static List<String> published(TopicReader articles, String feed) {
        return articles.all().stream()
                .map(record ->
                        EventRecords.read(record, ArticleFetched.class).event().article())
                .filter(article -> article.source().feed().value().equals(feed))
                .map(article -> article.id().value())
                .toList();
    }

    private static int count(ConfigurableApplicationContext crawler, String sql) {
        return crawler.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
    }

    /** Newest first, as feeds are: the crawler asks for the pages from the last item on. */
    private static String feedOf(Newsroom site, String host, String path, int entries) {
        return Newsroom.rss(IntStream.range(0, entries)
                .mapToObj(i -> entries - 1 - i)
                .map(i -> Newsroom.item(path + "-" + i, site.url(host, "/" + path + "/" + i)))
                .toArray(String[]::new));
    }

    private static String feed(String id, String url, String every) {
        return "  - {id: " + id + ", url: '" + url + "', name: " + id + ", publisher: Example, family: example, "
                + "language: en, kind: press, every: " + every + "}\n";
    }
}
