package org.tumen.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Redirect;
import org.tumen.http.HttpOutcome.Refused;

class GuardedHttpIT {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), 100_000, 3, 8_000);

    private final MockWebServer server = new MockWebServer();
    private final GuardedHttp open = GuardedHttp.create(AddressPolicy.denyingPrivate(List.of("127.0.0.1")), LIMITS);
    private final GuardedHttp closed = GuardedHttp.create(AddressPolicy.denyingPrivate(List.of()), LIMITS);

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        open.close();
        closed.close();
        server.close();
    }

    @Test
    void answersWithStatusHeadersAndBody() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .setHeader("ETag", "W/\"a b\"")
                .body("nothing")
                .build());

        var answered = answered(get(open, "/page", Map.of("User-Agent", "Tumen")));

        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.headers().first("etag")).isEqualTo("W/\"a b\"");
        assertThat(answered.body().text(UTF_8)).isEqualTo("nothing");
        var request = Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS));
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Tumen");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("Referer")).isNull();
    }

    @Test
    void keepsNoCookies() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Set-Cookie", "id=1; Path=/")
                .build());
        server.enqueue(new MockResponse.Builder().build());

        get(open, "/", Map.of());
        get(open, "/", Map.of());

        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("Cookie"))
                .isNull();
    }

    @Test
    void postsTheBodyAsItIsAndTakesARedirectForAnAnswer() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(307)
                .setHeader("Location", "/other")
                .build());

        var outcome = open.exchange(new HttpCall(
                        "POST", uri("/hook"), Map.of("Content-Type", "application/json"), "{\"title\":\"한국\"}"))
                .block();

        assertThat(answered(Objects.requireNonNull(outcome)).status()).isEqualTo(307);
        var request = Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS));
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(Objects.requireNonNull(request.getBody()).utf8()).isEqualTo("{\"title\":\"한국\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "[::1]", "0.0.0.0"})
    void neverCallsThisMachine(String host) {
        var outcome = closed.exchange(
                        HttpCall.get(URI.create("http://" + host + ":" + server.getPort() + "/"), Map.of()))
                .block();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).startsWith("forbidden address: "));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "0x7f.0.0.1", "017700000001"})
    void neverReachesThisMachineByAnOddSpelling(String host) {
        var outcome = closed.exchange(
                        HttpCall.get(URI.create("http://" + host + ":" + server.getPort() + "/"), Map.of()))
                .block();

        assertThat(outcome).isNotInstanceOf(Answered.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, forbidden address: 10.0.0.1 (private)",
        "http://169.254.169.254/latest/meta-data/, forbidden address: 169.254.169.254 (cloud metadata)",
        "http://[::ffff:10.0.0.1]/, forbidden address: 10.0.0.1 (private)",
        "http://127.0.0.2/, forbidden address: 127.0.0.2 (loopback)",
        "file:///etc/passwd, scheme: file",
        "gopher://127.0.0.1/, scheme: gopher",
        "http://user:secret@127.0.0.1/, address with credentials",
    })
    void checksWhereARedirectPoints(String location, String reason) {
        server.enqueue(redirect(302, location));

        assertThat(get(open, "/", Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).startsWith(reason));
        assertThat(server.getRequestCount()).isOne();
    }

    @Test
    void followsRedirectsAndTellsTheWay() throws InterruptedException {
        server.enqueue(redirect(301, "/two"));
        server.enqueue(redirect(302, "three?x=y"));
        server.enqueue(new MockResponse.Builder().body("here").build());

        var answered = answered(get(open, "/one", Map.of("If-None-Match", "\"v1\"")));

        assertThat(answered.finalUri()).isEqualTo(uri("/three?x=y"));
        assertThat(answered.redirects())
                .containsExactly(
                        new Redirect(301, uri("/one"), uri("/two")), new Redirect(302, uri("/two"), uri("/three?x=y")));
        assertThat(answered.redirects().getFirst().isPermanent()).isTrue();
        assertThat(answered.redirects().getLast().isPermanent()).isFalse();
        server.takeRequest(1, TimeUnit.SECONDS);
        server.takeRequest(1, TimeUnit.SECONDS);
        assertThat(Objects.requireNonNull(server.takeRequest(1, TimeUnit.SECONDS))
                        .getHeaders()
                        .get("If-None-Match"))
                .isEqualTo("\"v1\"");
    }

    @Test
    void leavesARedirectLoop() {
        for (var i = 0; i < 5; i++) {
            server.enqueue(redirect(302, "/again"));
        }

        assertThat(get(open, "/again", Map.of())).isEqualTo(new Refused("more than 3 redirects"));
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void unpacksGzip() throws IOException {
        server.enqueue(gzipped("조선중앙통신".getBytes(UTF_8)));

        assertThat(answered(get(open, "/", Map.of())).body().text(UTF_8)).isEqualTo("조선중앙통신");
    }

    @Test
    void abandonsAGzipBomb() throws IOException {
        server.enqueue(gzipped(new byte[50_000_000]));

        assertThat(get(open, "/", Map.of())).isEqualTo(new Refused("body over 100000 bytes"));
    }

    @Test
    void triesABrokenGzipAgainLater() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body("not packed at all")
                .build());

        assertThat(get(open, "/", Map.of()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).startsWith("broken gzip"));
    }

    @Test
    void refusesAnEncodingThatItDidNotAskFor() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "br")
                .body("packed")
                .build());

        assertThat(get(open, "/", Map.of())).isEqualTo(new Refused("Content-Encoding: br (expected: gzip, or none)"));
    }

    @Test
    void abandonsABodyOverTheLimit() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_001)).build());

        assertThat(get(open, "/", Map.of())).isEqualTo(new Refused("body over 100000 bytes"));
    }

    @Test
    void takesABodyAtTheLimit() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());

        assertThat(answered(get(open, "/", Map.of())).body().size()).isEqualTo(100_000);
    }

    @Test
    void abandonsAnEndlessBody() {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(new byte[2_000_000]), 1_000)
                .build());

        assertThat(get(open, "/", Map.of())).isEqualTo(new Refused("body over 100000 bytes"));
    }

    @Test
    void abandonsHeadersOverTheLimit() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("X-Long", "x".repeat(20_000))
                .build());

        assertThat(get(open, "/", Map.of())).isEqualTo(new Refused("headers over 8000 bytes"));
    }

    @Test
    void leavesATarpitThatSendsAByteNowAndThen() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(1_000))
                .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                .build());
        var start = System.nanoTime();

        assertThat(get(open, "/", Map.of())).isEqualTo(new Failed("no complete answer within PT2S"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void leavesAHostThatAcceptsAndSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var outcome = open.exchange(
                            HttpCall.get(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Map.of()))
                    .block();

            assertThat(outcome).isEqualTo(new Failed("no complete answer within PT2S"));
        }
    }

    @Test
    void triesARefusedConnectionAgainLater() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        var outcome = open.exchange(HttpCall.get(URI.create("http://127.0.0.1:" + port + "/"), Map.of()))
                .block();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).contains("Connection refused"));
    }

    private HttpOutcome get(GuardedHttp http, String path, Map<String, String> headers) {
        return Objects.requireNonNull(
                http.exchange(HttpCall.get(uri(path), headers)).block());
    }

    private static Answered answered(HttpOutcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return (Answered) outcome;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Location", location)
                .build();
    }

    private static MockResponse gzipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed.toByteArray()))
                .build();
    }
}
