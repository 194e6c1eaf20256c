package org.tumen.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tumen.http.HttpOutcome.Failed;

/** One call and its answer. */
class GuardedHttpIT {

    @RegisterExtension
    private final TestSite site = new TestSite();

    @Test
    void answersWithStatusHeadersAndBody() throws InterruptedException {
        site.enqueue(new MockResponse.Builder()
                .code(404)
                .setHeader("ETag", "W/\"a b\"")
                .body("nothing")
                .build());

        var answered = TestSite.answered(site.get("/page", Map.of("User-Agent", "Tumen")));

        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.headers().first("etag")).isEqualTo("W/\"a b\"");
        assertThat(answered.body().text(UTF_8)).isEqualTo("nothing");
        var request = site.takeRequest();
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Tumen");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("Referer")).isNull();
    }

    @Test
    void keepsNoCookies() throws InterruptedException {
        site.enqueue(new MockResponse.Builder()
                .addHeader("Set-Cookie", "id=1; Path=/")
                .build());
        site.enqueue(new MockResponse.Builder().build());

        site.get("/");
        site.get("/");

        site.takeRequest();
        assertThat(site.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void postsTheBodyAsItIsAndTakesARedirectForAnAnswer() throws InterruptedException {
        site.enqueue(TestSite.redirect(307, "/other"));

        var outcome = site.call(new HttpCall(
                "POST", site.uri("/hook"), Map.of("Content-Type", "application/json"), "{\"title\":\"한국\"}"));

        assertThat(TestSite.answered(outcome).status()).isEqualTo(307);
        var request = site.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(Objects.requireNonNull(request.getBody()).utf8()).isEqualTo("{\"title\":\"한국\"}");
    }

    @Test
    void encodesWhatIsNotAsciiInAnAddressAsItIsWritten() throws InterruptedException {
        site.enqueue(new MockResponse.Builder().build());

        site.get("/\u1112\u1161\u11ab?q=%EA%B0%80"); // Hangul as single letters, which normalizing would join.

        assertThat(site.takeRequest().getTarget()).isEqualTo("/%E1%84%92%E1%85%A1%E1%86%AB?q=%EA%B0%80");
    }

    @Test
    void triesARefusedConnectionAgainLater() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(site.call(HttpCall.get(URI.create("http://127.0.0.1:" + port + "/"), Map.of())))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).contains("Connection refused"));
    }

    @Test
    void answersWithAnOutcomeWhenAHeaderCanNotBeSent() {
        assertThat(site.get("/", Map.of("X-Split", "one\r\nX-Other: two"))).isInstanceOf(Failed.class);
        assertThat(site.requests()).isZero();
    }
}
