package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.query.TextQueries;
import org.tumen.model.alert.SubscriptionId;

/**
 * How long after a subscription is put, by REST or in a file, articles are held against it, beside 100,000 others: on the
 * instance that takes it and on another one. No test: it is run by hand as {@link PageSpeed} is, and prints a table.
 */
@Tag("speed")
class SubscriptionSpeed extends WholeService {

    private static final int MANY = Integer.getInteger("subscriptions", 100_000);
    private static final int TIMES = 30;
    private static final int FILES = 200;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TextQueries here;

    @Autowired
    private ConfigurableEnvironment environment;

    @Test
    void printsHowSoonOneMoreCounts() throws Exception {
        jdbc.sql("""
                insert into subscription (id, entry, change, changed_at)
                select 'many-' || n, format('{"id": "many-%s", "name": "Many", "filter": {"text": "lamp%s AND (oil OR coal%s)"}}', n, n, n % 977),
                    nextval('subscription_change'), now()
                from generate_series(1, :many) as n""").param("many", MANY).update();
        var taken = System.nanoTime();
        until(here, "A lamp" + MANY + " for oil", "many-" + MANY, Duration.ofMinutes(3));
        System.out.printf("%,d stored at once are in force after %.1f s%n", MANY, since(taken) / 1000);
        var started = System.nanoTime();
        try (var other = start()) {
            System.out.printf("another instance starts beside them in %.1f s%n", since(started) / 1000);
            var there = other.getBean(TextQueries.class);
            byRest(there);
            byFile(there);
        }
        inManyFiles();
    }

    private void byRest(TextQueries there) throws InterruptedException {
        var ofPut = new ArrayList<Double>();
        var ofHere = new ArrayList<Double>();
        var ofThere = new ArrayList<Double>();
        for (var i = 0; i < TIMES; i++) {
            var word = word(i);
            var start = System.nanoTime();
            client().put()
                    .uri("/api/v1/subscriptions/rest-" + word)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"id\": \"rest-%s\", \"name\": \"Rest\", \"filter\": {\"text\": \"%s\"}}"
                            .formatted(word, word))
                    .retrieve()
                    .toBodilessEntity()
                    .block();
            ofPut.add(since(start));
            until(here, "A " + word, "rest-" + word, Duration.ofSeconds(20));
            ofHere.add(since(start));
            until(there, "A " + word, "rest-" + word, Duration.ofSeconds(20));
            ofThere.add(since(start));
            pause();
        }
        print("PUT answered", ofPut);
        print("in force on the instance that took it", ofHere);
        print("in force on another instance", ofThere);
    }

    private void byFile(TextQueries there) throws InterruptedException, IOException {
        var ofHere = new ArrayList<Double>();
        var ofThere = new ArrayList<Double>();
        var file = subscriptionsFolder().resolve("speed.yaml");
        for (var i = 0; i < TIMES; i++) {
            var word = "file" + word(i);
            var start = System.nanoTime();
            Files.writeString(file, "subscriptions: [{id: of-%s, name: F, filter: {text: %s}}]".formatted(word, word));
            until(here, "A " + word, "of-" + word, Duration.ofSeconds(20));
            ofHere.add(since(start));
            until(there, "A " + word, "of-" + word, Duration.ofSeconds(20));
            ofThere.add(since(start));
            pause();
        }
        Files.delete(file);
        print("in force after a file was written", ofHere);
        print("and on another instance", ofThere);
    }

    private void inManyFiles() throws IOException {
        var folder = Files.createDirectory(subscriptionsFolder().resolve("many"));
        for (var i = 0; i < FILES; i++) {
            write(folder, i, "");
        }
        var start = System.nanoTime();
        until(here, "A ship" + (MANY - 1), "ofmany-" + (MANY - 1), Duration.ofMinutes(5));
        System.out.printf("%,d in %d files are in force after %.1f s%n", MANY, FILES, since(start) / 1000);
        var times = new ArrayList<Double>();
        for (var i = 0; i < TIMES; i++) {
            var word = "changed" + word(i);
            var written = System.nanoTime();
            write(folder, i, " OR " + word);
            until(here, "A " + word, "ofmany-" + i * (MANY / FILES), Duration.ofSeconds(20));
            times.add(since(written));
        }
        print("in force after one of " + FILES + " files of " + MANY / FILES + " was written", times);
    }

    private static void write(Path folder, int number, String more) throws IOException {
        var yaml = new StringBuilder("subscriptions:\n");
        for (var i = number * (MANY / FILES); i < (number + 1) * (MANY / FILES); i++) {
            yaml.append("  - {id: ofmany-%d, name: M, filter: {text: ship%d%s}}\n".formatted(i, i, more));
        }
        Files.writeString(folder.resolve("many-" + number + ".yaml"), yaml);
    }

    /** The same service once more, on the same parts. */
    private ConfigurableApplicationContext start() {
        var same = requireNonNull(environment.getPropertySources().get("Dynamic Test Properties"));
        return new SpringApplicationBuilder(AlertService.class)
                .initializers(context -> {
                    var sources = context.getEnvironment().getPropertySources();
                    sources.addFirst(same);
                    sources.addFirst(new MapPropertySource("port", Map.of("server.port", "0")));
                })
                .run();
    }

    private static String word(int number) {
        return "beacon" + (char) ('a' + number % 26) + (char) ('a' + number / 26);
    }

    /** No part of a second, so that the looks of the other instance fall at every time between two changes. */
    private static void pause() throws InterruptedException {
        Thread.sleep(137);
    }

    private static void until(TextQueries queries, String title, String id, Duration most) {
        var wanted = new SubscriptionId(id);
        await(id)
                .atMost(most)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> queries.find(title, "", "en").containsKey(wanted));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-60s p50 %6.0f ms  max %6.0f ms  (%d times)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.getLast(),
                sorted.size());
    }
}
