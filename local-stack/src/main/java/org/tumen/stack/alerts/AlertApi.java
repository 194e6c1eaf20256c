package org.tumen.stack.alerts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.tumen.stack.console.StackException;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Ports;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of the alert service on this machine. */
final class AlertApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Ports ports;
    private final OperatorTokens tokens;

    AlertApi(Ports ports, OperatorTokens tokens) {
        this.ports = ports;
        this.tokens = tokens;
    }

    /**
     * @throws StackException when it does not answer, or answers with a problem
     */
    JsonNode get(String path) {
        return JSON.readTree(text(path));
    }

    String text(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path) {
        return JSON.readTree(send(request(path).POST(BodyPublishers.noBody())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + Ports.HOST + ":" + ports.page() + path))
                .timeout(PATIENCE);
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = tokens.send(client, request);
            if (answer.statusCode() == UNAUTHORIZED) {
                throw new StackException("the alert service knows none of the tokens in " + tokens.folders()
                        + " (expected: the data folder it runs on: --data DIR)");
            }
            if (answer.statusCode() != 200) {
                throw new StackException(problem(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new StackException(
                    "the alert service does not answer on port " + ports.page()
                            + " (start it: ./tumen up, or name its port: --port N)",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    /** What the service says is wrong (RFC 9457). */
    private static String problem(int status, String body) {
        try {
            return JSON.readTree(body).path("detail").asString("the alert service answered " + status);
        } catch (JacksonException e) {
            return "the alert service answered " + status;
        }
    }
}
