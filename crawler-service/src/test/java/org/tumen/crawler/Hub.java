package org.tumen.crawler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A small WebSub hub: takes requests over TLS, and verifies, denies and pushes when it is told to. It gives its address with
 * http, as many feeds do.
 */
final class Hub implements AutoCloseable {

    /** Where the crawler says that hubs reach it; the hub finds it behind that at its real port. */
    static final String PUBLIC = "https://crawler.example/websub";

    private final MockWebServer server = new MockWebServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();

    Hub() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                requests.add(form(Objects.requireNonNull(request.getBody()).utf8()));
                return new MockResponse.Builder().code(202).build();
            }
        });
        server.useHttps(TestCertificate.sockets());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    /** What it was asked, the first request first. */
    List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    Map<String, String> lastRequest() {
        return requests.getLast();
    }

    /** Comes back to verify the last request; the crawler is at that port. */
    HttpResponse<String> verify(int port, String topic, int leaseSeconds) {
        return call(
                port,
                Map.of(
                        "hub.mode",
                        value("hub.mode"),
                        "hub.topic",
                        topic,
                        "hub.challenge",
                        "challenge <1>",
                        "hub.lease_seconds",
                        Integer.toString(leaseSeconds)));
    }

    HttpResponse<String> deny(int port, String reason) {
        return call(port, Map.of("hub.mode", "denied", "hub.topic", value("hub.topic"), "hub.reason", reason));
    }

    /** @param secret with which it signs; the real one is in the request */
    HttpResponse<String> push(int port, String body, String method, String secret) {
        var signature = method.replace("Hmac", "").toLowerCase(java.util.Locale.ROOT) + "="
                + HexFormat.of().formatHex(hmac(method, body, secret));
        return send(HttpRequest.newBuilder(callback(port, ""))
                .header("Content-Type", "application/rss+xml")
                .header("X-Hub-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    String secret() {
        return value("hub.secret");
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    private HttpResponse<String> call(int port, Map<String, String> query) {
        var written = query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(callback(port, "?" + written)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI callback(int port, String query) {
        return URI.create(value("hub.callback").replace(PUBLIC, "http://127.0.0.1:" + port + "/websub") + query);
    }

    private String value(String field) {
        return Objects.requireNonNull(lastRequest().get(field), field);
    }

    private static byte[] hmac(String method, String body, String secret) {
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
