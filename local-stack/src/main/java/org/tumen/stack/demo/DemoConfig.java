package org.tumen.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tumen.stack.console.StackException;
import org.tumen.stack.newsroom.Expected;
import org.tumen.stack.newsroom.Newsroom;
import org.tumen.stack.newsroom.Outlet;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes the configuration directory of the demo: its feeds, one subscription on both channels, settings in a hurry. */
public final class DemoConfig {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** How news is found on a page of the newsroom that lists it. */
    private static final Map<String, String> LISTING = Map.of(
            "item", "ul.news > li",
            "link", "a",
            "date", ".day",
            "dateFormat", "[yyyy.MM.dd.]",
            "zone", "Asia/Pyongyang");

    private DemoConfig() {}

    /**
     * Writes {@code feeds/}, {@code subscriptions/} and {@code tumen.yaml}; the rest comes from the seeds.
     *
     * @param surroundings where the services meet the newsroom and the receivers
     */
    public static void write(Path folder, Newsroom newsroom, Surroundings surroundings) {
        try {
            write(folder.resolve("feeds/newsroom.yaml"), Map.of("feeds", feeds(newsroom)));
            write(
                    folder.resolve("subscriptions/desk.yaml"),
                    Map.of("subscriptions", List.of(subscription(newsroom, surroundings))));
            write(folder.resolve("tumen.yaml"), settings(surroundings));
        } catch (IOException e) {
            throw new StackException("cannot write " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<Map<String, Object>> feeds(Newsroom newsroom) {
        return newsroom.script().outlets().stream()
                .map(outlet -> feed(newsroom, outlet))
                .toList();
    }

    private static Map<String, Object> feed(Newsroom newsroom, Outlet outlet) {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("id", outlet.id());
        feed.put("url", newsroom.feed(outlet).toString());
        feed.put("name", outlet.name());
        feed.put("publisher", outlet.name());
        feed.put("family", outlet.family());
        feed.put("language", outlet.language());
        feed.put("country", outlet.country());
        feed.put("kind", YAML.convertValue(outlet.kind(), String.class));
        feed.put("every", "2s");
        if (outlet.feed() == Outlet.FeedForm.LISTING) {
            feed.put("listing", LISTING);
        }
        return feed;
    }

    /** Exactly the signals that the script speaks of, when told as having happened. */
    private static Map<String, Object> subscription(Newsroom newsroom, Surroundings surroundings) {
        var signals = newsroom.script().items().stream()
                .flatMap(item -> item.expects() == null ? Stream.<Expected>empty() : item.expects().stream())
                .map(expected -> expected.signal().value())
                .distinct()
                .sorted()
                .toList();
        var subscription = new LinkedHashMap<String, Object>();
        subscription.put("id", "demo-desk");
        subscription.put("name", "Demo desk");
        subscription.put("filter", Map.of("signals", signals, "statuses", List.of("reported", "announced")));
        subscription.put("email", List.of("desk@demo.example"));
        subscription.put(
                "webhook",
                Map.of(
                        "url", surroundings.webhook().toString(),
                        "secret", surroundings.secret()));
        return subscription;
    }

    private static Map<String, Object> settings(Surroundings surroundings) {
        return Map.of(
                "tumen",
                Map.of(
                        "http",
                        Map.of("allowed-addresses", surroundings.addresses()),
                        "crawler",
                        Map.of(
                                "fetch",
                                Map.of("host-gap", "0s", "retry-after", "2s", "timeout", "10s"),
                                "poll",
                                Map.of("floor", "1s")),
                        "alert",
                        Map.of(
                                "email",
                                Map.of(
                                        "host",
                                        surroundings.mailHost(),
                                        "port",
                                        surroundings.mailPort(),
                                        "from",
                                        "tumen@demo.example"),
                                "delivery",
                                Map.of("retries", List.of("1s", "2s", "4s", "8s", "15s", "30s", "60s")))));
    }

    private static void write(Path file, Object content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, YAML.writeValueAsString(content));
    }
}
