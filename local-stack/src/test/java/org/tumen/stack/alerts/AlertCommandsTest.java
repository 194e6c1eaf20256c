package org.tumen.stack.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tumen.stack.console.StackException;
import org.tumen.stack.console.Terminal;
import org.tumen.stack.process.FreePorts;
import org.tumen.stack.settings.OperatorTokens;
import org.tumen.stack.settings.Ports;

class AlertCommandsTest {

    private static final Map<String, String> ANSWERS = Map.of(
            "GET /api/v1/deliveries?state=dead&limit=50",
            """
            {"items": [{"id": "delivery-1", "about": "Rice was shipped", "subscription": "desk", "channel": "webhook",
              "target": "hooks.example.org", "state": "dead", "reason": "HTTP 500", "attempts": 10,
              "planned": "2026-03-01T12:00:00Z", "settled": "2026-03-04T12:00:00Z"}], "next": null}""",
            "POST /api/v1/deliveries/delivery-1/replay",
            "{\"replayed\": 1}",
            "POST /api/v1/deliveries/replay",
            "{\"replayed\": 7}",
            "GET /api/v1/precision?since=2026-03-01T00:00:00Z",
            """
            {"signals": [{"signal": "treaty-move", "judged": 10, "right": 5, "disputed": 1, "wrong": {"noise": 4},
              "share": 0.5, "interval": {"low": 0.2366, "high": 0.7634}},
             {"signal": "all", "judged": 0, "right": 0, "disputed": 0, "wrong": {}, "share": null, "interval": null}]}""",
            "GET /api/v1/feedback/labelled?since=2026-03-01T00:00:00Z",
            """
            {"id": "a", "lang": "ko", "kind": "feedback"}
            {"id": "b", "lang": "ko", "kind": "feedback-unsettled"}
            """,
            "GET /api/v1/feedback/labelled",
            "{\"id\": \"feedback-1\"}\n{\"id\": \"feedback-2\"}\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(out, true, UTF_8), System.err, false);
    private final Ports ports = FreePorts.find();
    private OperatorTokens tokens = OperatorTokens.in(Path.of("no such folder"));
    private final HttpServer service = start(ports);

    /** What it asks for; null when it asks for nothing. */
    private volatile @Nullable String known;

    @BeforeEach
    void serve() {
        service.createContext("/", exchange -> {
            try (exchange) {
                if (known != null && !known.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    exchange.sendResponseHeaders(401, -1);
                    return;
                }
                var question = exchange.getRequestMethod() + " " + exchange.getRequestURI();
                var answer = ANSWERS.getOrDefault(question, "{\"detail\": \"delivery-2 is not dead\"}")
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(ANSWERS.containsKey(question) ? 200 : 409, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void listsDeadDeliveries() {
        new DeadLetters(ports, tokens, terminal).list(50);
        assertThat(printed()).isEqualTo("""
            delivery-1  webhook to hooks.example.org for desk
              Rice was shipped
              2026-03-04T12:00:00Z, 10 attempts: HTTP 500
            """);
    }

    @Test
    void triesOneOrAllAgain() {
        var letters = new DeadLetters(ports, tokens, terminal);
        letters.replay(List.of("delivery-1"));
        letters.replay(List.of("all"));
        assertThat(printed()).isEqualTo("1 delivery is tried again.\n7 deliveries are tried again.\n");
    }

    @Test
    void saysWhatTheServiceSaysIsWrong() {
        assertThatThrownBy(() -> new DeadLetters(ports, tokens, terminal).replay(List.of("delivery-2")))
                .isInstanceOf(StackException.class)
                .hasMessage("delivery-2 is not dead");
    }

    @Test
    void printsHowManyWereRightWithAnInterval() {
        new Judgement(ports, tokens, terminal).precision(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(printed().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "signal judged right share, 95% interval disputed else",
                        "treaty-move 10 5 0.50 [0.24, 0.76] 1 noise 4", "all 0 0 none judged 0");
    }

    @Test
    void writesExamplesToStandardOutput() {
        new Judgement(ports, tokens, terminal).export(null, null);
        assertThat(printed()).isEqualTo("{\"id\": \"feedback-1\"}\n{\"id\": \"feedback-2\"}\n");
    }

    @Test
    void sortsExamplesIntoAFileForEachLanguageAndLeavesOutWhatIsUnsettled(@TempDir Path folder) throws IOException {
        new Judgement(ports, tokens, terminal).exportInto(Instant.parse("2026-03-01T00:00:00Z"), folder.resolve("new"));
        assertThat(folder.resolve("new/ko-feedback.jsonl"))
                .hasContent("{\"id\": \"a\", \"lang\": \"ko\", \"kind\": \"feedback\"}");
        assertThat(folder.resolve("new/ko-feedback-unsettled.jsonl"))
                .hasContent("{\"id\": \"b\", \"lang\": \"ko\", \"kind\": \"feedback-unsettled\"}");
        assertThat(folder.resolve("new/en-feedback.jsonl")).isEmptyFile();
        assertThat(printed()).contains("1  ko-feedback.jsonl", "0  en-feedback.jsonl", "--split feedback");
    }

    @Test
    void showsTheTokenThatTheServiceWroteAndTriesAnotherWhenItIsOld(@TempDir Path folder) throws IOException {
        var old = Files.createDirectory(folder.resolve("old"));
        Files.writeString(OperatorTokens.file(old), "of-yesterday\n");
        var now = Files.createDirectory(folder.resolve("now"));
        Files.writeString(OperatorTokens.file(now), "of-today\n");
        known = "Bearer of-today";
        tokens = new OperatorTokens(List.of(folder, old, now));
        new DeadLetters(ports, tokens, terminal).replay(List.of("all"));
        assertThat(printed()).isEqualTo("7 deliveries are tried again.\n");

        tokens = OperatorTokens.in(old);
        assertThatThrownBy(() -> new DeadLetters(ports, tokens, terminal).list(50))
                .hasMessageContaining("knows none of the tokens")
                .hasMessageContaining("--data DIR");
    }

    @Test
    void saysHowToStartAServiceThatIsNotThere() {
        stop();
        assertThatThrownBy(() -> new DeadLetters(ports, tokens, terminal).list(50))
                .hasMessageContaining("does not answer on port " + ports.page())
                .hasMessageContaining("./tumen up");
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private static HttpServer start(Ports ports) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ports.page()), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
