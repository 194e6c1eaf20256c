package org.tumen.alert;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A webhook's receiver that checks every signature, but for those of chats, which send none; answers each path as it was
 * told to, 204 otherwise.
 */
public final class Receiver {

    private static final String CHATS = "/chat/";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Queue<MockResponse>> answers = new ConcurrentHashMap<>();
    private final Map<String, List<Call>> calls = new ConcurrentHashMap<>();

    /** A call whose signature was right. */
    public record Call(String id, String timestamp, String signature, String body) {}

    Receiver() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url(String path) {
        return server.url(path).toString();
    }

    /** The same receiver under another name, and so another host to whoever calls. */
    public String urlOfAnotherHost(String path) {
        var url = url(path);
        return url.contains("localhost")
                ? url.replace("localhost", "127.0.0.1")
                : url.replace("127.0.0.1", "localhost");
    }

    public void answers(String path, MockResponse... responses) {
        answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(responses));
    }

    public List<Call> calls(String path) {
        return List.copyOf(calls.getOrDefault(path, List.of()));
    }

    private MockResponse answer(RecordedRequest request) {
        var path = request.getUrl().encodedPath();
        try {
            calls.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>()).add(verified(request));
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return new MockResponse.Builder()
                    .code(401)
                    .body(String.valueOf(e.getMessage()))
                    .build();
        }
        var scripted = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
        return scripted == null ? new MockResponse.Builder().code(204).build() : scripted;
    }

    private static Call verified(RecordedRequest request)
            throws WebhookVerificationException, EmptyWebhookSecretException {
        var headers = request.getHeaders();
        var body = requireNonNull(request.getBody()).utf8();
        if (request.getUrl().encodedPath().startsWith(CHATS)) {
            return new Call("", "", requireNonNullElse(headers.get("webhook-signature"), "none"), body);
        }
        new Webhook(RealParts.SECRET)
                .verify(
                        body,
                        Map.of(
                                "webhook-id", headers.values("webhook-id"),
                                "webhook-timestamp", headers.values("webhook-timestamp"),
                                "webhook-signature", headers.values("webhook-signature")));
        return new Call(
                requireNonNull(headers.get("webhook-id")),
                requireNonNull(headers.get("webhook-timestamp")),
                requireNonNull(headers.get("webhook-signature")),
                body);
    }
}
