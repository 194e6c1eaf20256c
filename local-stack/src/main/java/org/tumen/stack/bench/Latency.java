package org.tumen.stack.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.JavaProcess;
import org.tumen.stack.settings.StackSettings;

/**
 * How long an alert takes from the moment its assessment is sent to the topic until the mail server and the webhook have
 * it, beside a process that reads the same topic at the same time and only posts.
 */
public final class Latency {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BARE = "bare consumer, call";
    private static final String CALL = "Tumen, call";
    private static final String MAIL = "Tumen, mail";

    private final Map<Integer, Instant> sent = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, Instant>> accepted = new ConcurrentHashMap<>();

    private Latency() {}

    /**
     * Runs it.
     *
     * @param perSecond how many alerts, each told by mail and by webhook
     * @param warmUp runs likewise before and is not counted
     * @return the exit code: 0 when every alert of the counted time was accepted everywhere
     */
    public static int run(StackSettings settings, double perSecond, Duration warmUp, Duration time, Terminal terminal) {
        return new Latency().measure(settings, perSecond, warmUp, time, terminal);
    }

    private int measure(StackSettings settings, double perSecond, Duration warmUp, Duration time, Terminal terminal) {
        try (var rig = Rig.open(settings, List.of(Rig.PROMPT), this::caught);
                var receiver = receiver()) {
            rig.startAlerts();
            var bare = bareConsumer(settings, receiver).start();
            try {
                Trial.await("the alert service", Rig.PATIENCE, rig::alertsAreReady);
                var from = Instant.now().plus(warmUp);
                var until = from.plus(time);
                var cost = new Cost(rig);
                try (var _ = Publisher.start(settings.ports().bootstrapServers(), perSecond, this::sent, _ -> {})) {
                    awaitTime(from);
                    cost.begin();
                    awaitTime(until);
                    cost.end();
                }
                sent.values().removeIf(at -> at.isBefore(from) || at.isAfter(until));
                awaitAll();
                var complete = tell(perSecond, time, terminal);
                terminal.line(cost.each(acceptedBetween(from, until)));
                return complete ? 0 : 1;
            } finally {
                bare.destroy();
            }
        }
    }

    private static void awaitTime(Instant time) {
        Trial.await(
                "the time",
                Duration.between(Instant.now(), time).plus(PATIENCE),
                () -> !Instant.now().isBefore(time));
    }

    /** Alerts that the webhook got, whenever they were sent: with a backlog they are not those that were sent then. */
    private long acceptedBetween(Instant from, Instant until) {
        return accepted.getOrDefault(CALL, Map.of()).values().stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .count();
    }

    private void sent(int number) {
        sent.put(number, Instant.now());
    }

    private void caught(Caught caught) {
        arrived(caught.channel() == Caught.Channel.MAIL ? MAIL : CALL, caught.text());
    }

    private void arrived(String way, String text) {
        MadeUpNews.numberIn(text)
                .ifPresent(number -> accepted.computeIfAbsent(way, _ -> new ConcurrentHashMap<>())
                        .putIfAbsent(number, Instant.now()));
    }

    /** What is not there after the patience is told as missing. */
    private void awaitAll() {
        var giveUp = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(giveUp)
                && !accepted.values().stream().allMatch(all -> all.keySet().containsAll(sent.keySet()))) {
            Trial.pause(Duration.ofMillis(100));
        }
    }

    /** False when something is missing. */
    private boolean tell(double perSecond, Duration time, Terminal terminal) {
        terminal.line("%d alerts in %d s (%.0f a second)".formatted(sent.size(), time.toSeconds(), perSecond));
        terminal.line(Terminal.pad("", 24) + "  p50 ms    p99 ms   missing   p50 ratio   p99 ratio");
        var bare = times(BARE);
        var complete = true;
        for (var way : List.of(BARE, CALL, MAIL)) {
            var times = times(way);
            var missing = sent.size() - times.size();
            complete &= missing == 0;
            terminal.line(Terminal.pad(way, 24)
                    + "%8.1f  %8.1f  %8d  %10.2f  %10.2f"
                            .formatted(
                                    Percentiles.at(times, 0.5),
                                    Percentiles.at(times, 0.99),
                                    missing,
                                    Percentiles.at(times, 0.5) / Percentiles.at(bare, 0.5),
                                    Percentiles.at(times, 0.99) / Percentiles.at(bare, 0.99)));
        }
        return complete;
    }

    /** In milliseconds, shortest first. */
    private List<Double> times(String way) {
        var all = accepted.getOrDefault(way, Map.of());
        return sent.entrySet().stream()
                .filter(entry -> all.containsKey(entry.getKey()))
                .map(entry -> Duration.between(entry.getValue(), all.get(entry.getKey()))
                                .toNanos()
                        / 1e6)
                .sorted()
                .toList();
    }

    private HttpServerOfOne receiver() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try (exchange) {
                    arrived(BARE, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            server.start();
            return new HttpServerOfOne(server);
        } catch (IOException e) {
            throw new StackException("no receiver for the bare consumer: " + e.getMessage(), e);
        }
    }

    private record HttpServerOfOne(HttpServer server) implements AutoCloseable {

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static JavaProcess bareConsumer(StackSettings settings, HttpServerOfOne receiver) {
        return new JavaProcess(
                settings.data().log("bare"),
                List.of("-Xmx96m", "-XX:+UseSerialGC"),
                List.of("-cp", settings.home().stackJar().toString(), BareConsumer.class.getName()),
                List.of(settings.ports().bootstrapServers(), receiver.address()),
                Map.of(),
                false);
    }
}
