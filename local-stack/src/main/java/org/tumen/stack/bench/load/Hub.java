package org.tumen.stack.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tumen.stack.bench.Trial;
import org.tumen.stack.console.StackException;

/**
 * The hub that pushes what the outlets publish (WebSub), so that no schedule of polls is measured. A crawler asks its hubs over TLS
 * only, of which a trial has none: what it would have asked is read from its table. From there on all is as with any hub.
 */
final class Hub {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    private record Subscription(URI callback, String topic, String secret) {}

    /** Verifies the subscriptions to all of these, once the crawler has asked for them. */
    void verifyAll(List<Outlet> outlets, Connection database) {
        Trial.await(
                "the crawler's subscriptions", PATIENCE, () -> asked(database).size() >= outlets.size());
        var asked = asked(database);
        for (var outlet : outlets) {
            var subscription = asked.get(outlet.id());
            if (subscription == null || !isTaken(subscription)) {
                throw new StackException("the crawler does not take a push of " + outlet.id());
            }
            subscriptions.put(outlet.id(), subscription);
        }
    }

    private static Map<String, Subscription> asked(Connection database) {
        try (var statement = database.createStatement();
                var rows =
                        statement.executeQuery("select feed, callback, topic, secret from crawler.push_subscription")) {
            var asked = new HashMap<String, Subscription>();
            while (rows.next()) {
                asked.put(
                        rows.getString("feed"),
                        new Subscription(
                                URI.create(rows.getString("callback")),
                                rows.getString("topic"),
                                rows.getString("secret")));
            }
            return asked;
        } catch (SQLException e) {
            throw new StackException("cannot ask the database: " + e.getMessage(), e);
        }
    }

    private boolean isTaken(Subscription subscription) {
        var challenge = "trial";
        var request = HttpRequest.newBuilder(URI.create(subscription.callback
                        + "?hub.mode=subscribe&hub.lease_seconds=864000&hub.challenge=" + challenge + "&hub.topic="
                        + URLEncoder.encode(subscription.topic, StandardCharsets.UTF_8)))
                .timeout(PATIENCE)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().equals(challenge);
        } catch (IOException e) {
            throw new StackException("the crawler cannot be told of a subscription: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    /** Does not wait for the answer. */
    void push(Outlet outlet, String feed) {
        var subscription = subscriptions.get(outlet.id());
        if (subscription == null) {
            throw new IllegalStateException(outlet.id() + " is not subscribed to");
        }
        var body = feed.getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(subscription.callback)
                .timeout(PATIENCE)
                .header("Content-Type", "application/rss+xml; charset=utf-8")
                .header("X-Hub-Signature", "sha256=" + signature(body, subscription.secret))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var _ = client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure != null || answer.statusCode() / 100 != 2) {
                refused.increment();
            }
        });
    }

    /** How many pushes were not answered, or not by 2xx. */
    long refused() {
        return refused.sum();
    }

    private static String signature(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
