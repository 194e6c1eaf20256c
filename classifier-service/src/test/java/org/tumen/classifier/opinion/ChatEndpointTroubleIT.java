package org.tumen.classifier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** A server that refuses, lingers, sends elsewhere, or is not there. */
class ChatEndpointTroubleIT extends ChatEndpointCase {

    @ParameterizedTest
    @CsvSource({"400, refused", "401, refused", "500, refused", "503, refused", "204, refused", "429, rate limited"})
    void leavesFindingsAsTheyAreWhateverTheStatus(int status, String result) {
        server.repliesWith(status, status == 204 ? "" : "{\"error\": {\"message\": \"no\"}}");

        assertThat(ask(NEAR)).isSameAs(NEAR);
        assertThat(counted(result)).isEqualTo(1);
    }

    @Test
    void readsNoMoreThanAnAnswerCanBeLong() {
        server.repliesWith(200, ModelServer.completion("x".repeat(1_000_000)));

        assertThat(ask(NEAR)).isSameAs(NEAR);
        assertThat(counted("unreachable")).isEqualTo(1);
    }

    @Test
    void followsNobodyElsewhere() {
        server.replies(exchange -> {
            exchange.getResponseHeaders().add("Location", server.base() + "/elsewhere");
            ModelServer.send(exchange, 307, "");
        });

        assertThat(ask(NEAR)).isSameAs(NEAR);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void waitsNoLongerThanItsTimeForHeadersAndForTheBody() {
        try (var hasty = endpoint(
                URI.create(server.base() + "/chat/completions"), Duration.ofMillis(200), new SimpleMeterRegistry())) {
            var opinions = Opinions.of(hasty, meters);
            var began = System.nanoTime();
            server.hangs();
            assertThat(opinions.on(NEAR, Near.TEXT, Near.CATALOGUE)).isSameAs(NEAR);
            server.drips();
            assertThat(opinions.on(NEAR, Near.TEXT, Near.CATALOGUE)).isSameAs(NEAR);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
            assertThat(counted("timed out")).isEqualTo(2);
        }
    }

    @Test
    void leavesADeadEndpointAlone() throws IOException {
        try (var dead = endpoint(
                URI.create("http://127.0.0.1:" + unusedPort() + "/v1/chat/completions"),
                Duration.ofSeconds(5),
                new SimpleMeterRegistry())) {
            var opinions = Opinions.of(dead, meters);
            for (var article = 0; article < 10; article++) {
                assertThat(opinions.on(NEAR, Near.TEXT, Near.CATALOGUE)).isSameAs(NEAR);
            }
        }
        assertThat(counted("unreachable")).isEqualTo(3);
        assertThat(counted("resting")).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void leavesAnEndpointAloneThatAsksForIt(int status) {
        server.replies(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "60");
            ModelServer.send(exchange, status, "");
        });

        ask(NEAR);
        ask(NEAR);

        assertThat(server.asked()).hasSize(1);
        assertThat(counted("resting")).isEqualTo(1);
        assertThat(meters.get("tumen.classifier.opinion.resting").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void namesTheModelInTheVersionAndNeverTheKeyInALog() {
        var logger = (Logger) LoggerFactory.getLogger(ChatEndpoint.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            server.repliesWith(401, "{\"error\": {\"message\": \"Incorrect API key provided: " + KEY + "\"}}");
            ask(NEAR);
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(opinions().suffix(Near.CATALOGUE)).isEqualTo("+opinion-desk-small-7b");
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getKeyValuePairs().toString()).contains("REFUSED").contains("status 401");
            assertThat(line.getKeyValuePairs() + line.getFormattedMessage()).doesNotContain(KEY);
        });
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
