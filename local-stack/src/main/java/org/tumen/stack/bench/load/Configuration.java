package org.tumen.stack.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tumen.stack.catcher.WebhookCatcher;
import org.tumen.stack.console.StackException;
import org.tumen.stack.settings.Ports;
import org.tumen.stack.settings.StackSettings;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the services are configured with: the made-up outlets, and one subscription that wants everything by webhook. */
final class Configuration {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    /** More points than an article can have: each is a story of its own, and raises an alert. */
    private static final String NO_TWO_ALIKE = "threshold: 99";

    private Configuration() {}

    static void write(StackSettings settings, List<Outlet> outlets, WebhookCatcher webhook) {
        var folder = settings.data().config();
        try {
            write(
                    folder.resolve("feeds/load.yaml"),
                    Map.of("feeds", outlets.stream().map(Configuration::feed).toList()));
            write(folder.resolve("subscriptions/load.yaml"), Map.of("subscriptions", List.of(subscription(webhook))));
            write(folder.resolve("tumen.yaml"), settings(settings.ports()));
            var stories = Files.readString(settings.home().seeds().resolve("stories.yaml"));
            Files.writeString(folder.resolve("stories.yaml"), stories.replaceFirst("threshold: [0-9.]+", NO_TWO_ALIKE));
        } catch (IOException e) {
            throw new StackException("cannot write " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Polled once, to find its hub, and then not for as long as the hub pushes. */
    private static Map<String, Object> feed(Outlet outlet) {
        var feed = new LinkedHashMap<String, Object>();
        feed.put("id", outlet.id());
        feed.put("url", outlet.feed().toString());
        feed.put("name", "Made-up outlet " + outlet.number());
        feed.put("publisher", "Made-up outlet " + outlet.number());
        feed.put("family", outlet.id());
        feed.put("language", outlet.language());
        feed.put("country", "SG");
        feed.put("kind", "press");
        feed.put("every", "6h");
        return feed;
    }

    private static Map<String, Object> subscription(WebhookCatcher webhook) {
        return Map.of(
                "id",
                "load",
                "name",
                "Load",
                "filter",
                Map.of(),
                "webhook",
                Map.of("url", webhook.address().toString(), "secret", webhook.secret()));
    }

    private static Map<String, Object> settings(Ports ports) {
        var callback = URI.create("http://" + Ports.HOST + ":" + ports.crawler() + "/websub");
        return Map.of(
                "tumen",
                Map.of(
                        "http",
                        Map.of("allowed-addresses", List.of("127.0.0.0/8")),
                        "crawler",
                        Map.of("fetch", Map.of("host-gap", "0s"), "websub", Map.of("callback", callback.toString()))));
    }

    private static void write(Path file, Object content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, YAML.writeValueAsString(content));
    }
}
