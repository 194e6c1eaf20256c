package org.tumen.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Refused;

/** Bodies and headers of any size, packed and unpacked. */
class SizeLimitsIT {

    @RegisterExtension
    private final TestSite site = new TestSite();

    @Test
    void unpacksGzip() {
        site.enqueue(TestSite.gzipped("조선중앙통신".getBytes(UTF_8)));

        assertThat(TestSite.answered(site.get("/")).body().text(UTF_8)).isEqualTo("조선중앙통신");
    }

    @Test
    void abandonsAGzipBomb() {
        site.enqueue(TestSite.gzipped(new byte[50_000_000]));

        assertThat(site.get("/")).isEqualTo(new Refused("body over 100000 bytes"));
    }

    @Test
    void triesABrokenGzipAgainLater() {
        site.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body("not packed at all")
                .build());

        assertThat(site.get("/"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).startsWith("broken gzip"));
    }

    @Test
    void refusesAnEncodingThatItDidNotAskFor() {
        site.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "br")
                .body("packed")
                .build());

        assertThat(site.get("/")).isEqualTo(new Refused("Content-Encoding: br (expected: gzip, or none)"));
    }

    @Test
    void abandonsABodyOverTheLimit() {
        site.enqueue(new MockResponse.Builder().body("x".repeat(100_001)).build());

        assertThat(site.get("/")).isEqualTo(new Refused("body over 100000 bytes"));
    }

    @Test
    void takesABodyAtTheLimit() {
        site.enqueue(new MockResponse.Builder().body("x".repeat(100_000)).build());

        assertThat(TestSite.answered(site.get("/")).body().size()).isEqualTo(100_000);
    }

    @Test
    void abandonsAnEndlessBody() {
        site.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(new byte[2_000_000]), 1_000)
                .build());

        assertThat(site.get("/")).isEqualTo(new Refused("body over 100000 bytes"));
    }

    @Test
    void abandonsHeadersOverTheLimit() {
        site.enqueue(new MockResponse.Builder()
                .setHeader("X-Long", "x".repeat(20_000))
                .build());

        assertThat(site.get("/")).isEqualTo(new Refused("headers over 8000 bytes"));
    }

    @Test
    void unpacksOneLayerOfABombWithinABomb() throws IOException {
        var inner = new Buffer();
        TestSite.gzipped(new byte[50_000_000]).getBody().writeTo(inner);

        site.enqueue(TestSite.gzipped(inner.readByteArray()));

        // One layer is unpacked, as the header says; what is in it stays packed.
        assertThat(TestSite.answered(site.get("/")).body().size()).isLessThan(100_000);
    }

    @Test
    void abandonsManySmallHeaders() {
        var response = new MockResponse.Builder();
        for (var i = 0; i < 1_000; i++) {
            response.addHeader("X-" + i, "value");
        }
        site.enqueue(response.build());

        assertThat(site.get("/")).isEqualTo(new Refused("headers over 8000 bytes"));
    }
}
