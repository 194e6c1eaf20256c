package org.tumen.stack.catcher;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.json.EventJson;
import org.tumen.model.json.UnreadableEventException;
import org.tumen.stack.console.StackException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks that checks their signature, as the specification Standard Webhooks 1.0.0 demands. */
public final class WebhookCatcher implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST_BODY = 1_000_000;

    private final HttpServer server;
    private final URI address;
    private final String secret;
    private final Webhook signatures;
    private final Consumer<Caught> catches;

    private WebhookCatcher(
            HttpServer server, URI address, String secret, Webhook signatures, Consumer<Caught> catches) {
        this.server = server;
        this.address = address;
        this.secret = secret;
        this.signatures = signatures;
        this.catches = catches;
    }

    /**
     * Listens on the loopback address, with a secret of its own.
     *
     * @param catches called for each call, by many threads
     */
    public static WebhookCatcher open(int port, Consumer<Caught> catches) {
        return open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), "127.0.0.1", catches);
    }

    /** Listens on every address, for a container that others know by this name. */
    public static WebhookCatcher openToAll(String name, int port, Consumer<Caught> catches) {
        return open(new InetSocketAddress(port), name, catches);
    }

    private static WebhookCatcher open(InetSocketAddress listen, String host, Consumer<Caught> catches) {
        try {
            var secret = newSecret();
            var server = HttpServer.create(listen, 0);
            var address =
                    URI.create("http://" + host + ":" + server.getAddress().getPort() + "/alerts");
            var catcher = new WebhookCatcher(server, address, secret, new Webhook(secret), catches);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/alerts", catcher::answer);
            server.start();
            return catcher;
        } catch (IOException e) {
            throw new StackException("the webhook receiver cannot listen on " + listen + ": " + e.getMessage(), e);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where to send alerts to. */
    public URI address() {
        return address;
    }

    /** With what to sign them. */
    public String secret() {
        return secret;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
            var caught = read(exchange.getRequestHeaders(), body);
            catches.accept(caught);
            exchange.sendResponseHeaders(caught.faults().isEmpty() ? 204 : 400, -1);
        }
    }

    private Caught read(Headers headers, String body) {
        var faults = new ArrayList<String>();
        Optional<AlertRaised> alert = Optional.empty();
        try {
            signatures.verify(body, headers);
        } catch (WebhookVerificationException e) {
            faults.add("signature: " + e.getMessage());
        }
        try {
            alert = Optional.of(EventJson.read(
                    JSON.readTree(body).path("data").toString().getBytes(StandardCharsets.UTF_8), AlertRaised.class));
        } catch (JacksonException | UnreadableEventException e) {
            faults.add("body: " + e.getMessage());
        }
        var id = Optional.ofNullable(headers.getFirst("webhook-id")).orElse("");
        return new Caught(
                Caught.Channel.WEBHOOK,
                id,
                Instant.now(),
                body,
                alert.map(one -> one.article().title()).orElse(""),
                alert,
                faults);
    }

    private static String newSecret() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
