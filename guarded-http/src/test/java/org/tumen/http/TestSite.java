package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tumen.http.HttpOutcome.Answered;

/** A site on this machine, a client that may call it, and one that may not. */
final class TestSite implements BeforeEachCallback, AfterEachCallback {

    /** Nothing here takes its time: the time-out is for a machine that does. */
    static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 100_000, 3, 8_000);

    private final MockWebServer server = new MockWebServer();
    private final GuardedHttp open = GuardedHttp.create(AddressPolicy.denyingPrivate(List.of("127.0.0.1")), LIMITS);
    private final GuardedHttp closed = GuardedHttp.create(AddressPolicy.denyingPrivate(List.of()), LIMITS);

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.close();
        closed.close();
        server.close();
    }

    void enqueue(MockResponse response) {
        server.enqueue(response);
    }

    int port() {
        return server.getPort();
    }

    int requests() {
        return server.getRequestCount();
    }

    RecordedRequest takeRequest() throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest(10, TimeUnit.SECONDS));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    HttpOutcome get(String path) {
        return get(path, Map.of());
    }

    HttpOutcome get(String path, Map<String, String> headers) {
        return call(HttpCall.get(uri(path), headers));
    }

    HttpOutcome call(HttpCall call) {
        return Objects.requireNonNull(open.exchange(call).block());
    }

    /** What becomes of a call by the client that may not call this machine. */
    HttpOutcome callClosed(String uri) {
        return Objects.requireNonNull(
                closed.exchange(HttpCall.get(URI.create(uri), Map.of())).block());
    }

    static Answered answered(HttpOutcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return (Answered) outcome;
    }

    static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Location", location)
                .build();
    }

    static MockResponse gzipped(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(packed.toByteArray()))
                .build();
    }
}
