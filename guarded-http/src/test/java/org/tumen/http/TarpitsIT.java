package org.tumen.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tumen.http.HttpOutcome.Failed;
import reactor.core.publisher.Flux;

/** Servers that take their time, at each phase of an exchange. */
class TarpitsIT {

    private static final Duration DRIP = Duration.ofMillis(100);

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** With the time-out less than the ten seconds that a connection pool waits for a handshake. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final GuardedHttp http = GuardedHttp.create(
            AddressPolicy.denyingPrivate(List.of("127.0.0.1")), new Limits(TIMEOUT, 100_000, 3, 8_000));

    @AfterEach
    void stop() {
        http.close();
    }

    @Test
    void leavesServersThatDoNotComeToAnEnd() throws Exception {
        var tarpits = List.of(
                new Tarpit("http", "", ""), // accepts and says nothing
                new Tarpit("https", "", ""), // leaves the TLS handshake open
                new Tarpit("https", "", "\0"), // sends bytes that are no handshake, one by one
                new Tarpit("http", "", "H"), // never ends its status line
                new Tarpit("http", "HTTP/1.1 200 OK\r\nX: ", "x"), // never ends a header
                new Tarpit("http", "HTTP/1.1 200 OK\r\n", "X: y\r\n"), // never ends its headers
                new Tarpit("http", "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", "x"), // body by drops
                new Tarpit(
                        "http", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"), // and in chunks
                new Tarpit("http", "", "HTTP/1.1 103 Early Hints\r\n\r\n")); // promises for ever
        try {
            var outcomes = Flux.fromIterable(tarpits)
                    .flatMapSequential(tarpit -> http.exchange(HttpCall.get(tarpit.uri(), Map.of())), tarpits.size())
                    .collectList()
                    .block(PATIENCE);

            assertThat(outcomes)
                    .hasSize(tarpits.size())
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Failed.class));
            for (var tarpit : tarpits) {
                assertThat(tarpit.wasLeft.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .as(tarpit.toString())
                        .isTrue();
            }
        } finally {
            tarpits.forEach(Tarpit::close);
        }
    }

    @Test
    void leavesAHandshakeThatNobodyWaitsForAnyMore() throws Exception {
        var patient = new Limits(Duration.ofSeconds(30), 100_000, 3, 8_000);
        try (var tarpit = new Tarpit("https", "", "");
                var waiting = GuardedHttp.create(AddressPolicy.denyingPrivate(List.of("127.0.0.1")), patient)) {
            var exchange =
                    waiting.exchange(HttpCall.get(tarpit.uri(), Map.of())).subscribe();
            assertThat(tarpit.wasGreeted.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();

            exchange.dispose();

            assertThat(tarpit.wasLeft.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        }
    }

    @Test
    void passesOverWhatComesBeforeTheAnswer() throws IOException {
        var hints = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n";
        try (var early = new Tarpit(
                "http",
                "HTTP/1.1 100 Continue\r\n\r\n" + hints + hints + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "")) {
            var outcome = http.exchange(HttpCall.get(early.uri(), Map.of())).block();

            assertThat(TestSite.answered(Objects.requireNonNull(outcome)).body().text(US_ASCII))
                    .isEqualTo("ok");
        }
    }

    @Test
    void leavesAServerThatDoesNotAccept() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var one = new Socket(full.getInetAddress(), full.getLocalPort());
                var two = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertThat(one.isConnected() && two.isConnected()).isTrue();

            var outcome = http.exchange(
                            HttpCall.get(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"), Map.of()))
                    .block(PATIENCE);

            assertThat(outcome).isInstanceOf(Failed.class);
        }
    }

    /** Accepts one connection, says its first words and then the same few again and again. */
    private static final class Tarpit implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        /** Whether the client hung up. */
        private final CompletableFuture<Boolean> wasLeft = new CompletableFuture<>();

        private final CompletableFuture<Boolean> wasGreeted = new CompletableFuture<>();

        private final String scheme;
        private final String name;

        private Tarpit(String scheme, String first, String drop) throws IOException {
            this.scheme = scheme;
            this.name = scheme + ", first " + first + ", then " + drop;
            Thread.ofVirtual().name("tarpit").start(() -> serve(first, drop));
        }

        private URI uri() {
            return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/");
        }

        private void serve(String first, String drop) {
            try (var client = socket.accept()) {
                client.setSoTimeout((int) DRIP.toMillis());
                client.getOutputStream().write(first.getBytes(US_ASCII));
                while (!hasHungUp(client)) {
                    client.getOutputStream().write(drop.getBytes(US_ASCII));
                }
                wasLeft.complete(true);
            } catch (IOException e) { // A reset: the client closed with words unread.
                wasLeft.complete(true);
            }
        }

        /** Waits for a drip's time. */
        private boolean hasHungUp(Socket client) throws IOException {
            try {
                var read = client.getInputStream().read(new byte[1_000]);
                wasGreeted.complete(read > 0);
                return read < 0;
            } catch (java.net.SocketTimeoutException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return name;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
