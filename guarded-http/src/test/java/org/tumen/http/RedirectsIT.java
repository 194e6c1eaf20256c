package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tumen.http.HttpOutcome.Redirect;
import org.tumen.http.HttpOutcome.Refused;

/** The way from one address to another. */
class RedirectsIT {

    @RegisterExtension
    private final TestSite site = new TestSite();

    @Test
    void followsRedirectsAndTellsTheWay() throws InterruptedException {
        site.enqueue(TestSite.redirect(301, "/two"));
        site.enqueue(TestSite.redirect(302, "three?x=y"));
        site.enqueue(new MockResponse.Builder().body("here").build());

        var answered = TestSite.answered(site.get("/one", Map.of("If-None-Match", "\"v1\"")));

        assertThat(answered.finalUri()).isEqualTo(site.uri("/three?x=y"));
        assertThat(answered.redirects())
                .containsExactly(
                        new Redirect(301, site.uri("/one"), site.uri("/two")),
                        new Redirect(302, site.uri("/two"), site.uri("/three?x=y")));
        assertThat(answered.redirects().getFirst().isPermanent()).isTrue();
        assertThat(answered.redirects().getLast().isPermanent()).isFalse();
        site.takeRequest();
        site.takeRequest();
        assertThat(site.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
    }

    @Test
    void leavesARedirectLoop() {
        for (var i = 0; i < 5; i++) {
            site.enqueue(TestSite.redirect(302, "/again"));
        }

        assertThat(site.get("/again")).isEqualTo(new Refused("more than 3 redirects"));
        assertThat(site.requests()).isEqualTo(4);
    }

    @Test
    void readsNoMoreOfARedirectThanOfAnyAnswer() {
        site.enqueue(TestSite.redirect(302, "/next")
                .newBuilder()
                .chunkedBody(new Buffer().write(new byte[2_000_000]), 1_000)
                .build());

        assertThat(site.get("/")).isEqualTo(new Refused("body over 100000 bytes"));
        assertThat(site.requests()).isOne();
    }

    @Test
    void tellsAnotherHostNothingThatWasMeantForTheFirst() {
        var call = new HttpCall(
                "GET", URI.create("https://news.example/a"), Map.of("authorization", "x", "Accept", "y"), null);

        assertThat(call.redirectedTo(URI.create("https://news.example/b")).headers())
                .hasSize(2);
        assertThat(call.redirectedTo(URI.create("http://news.example/b")).headers())
                .containsOnlyKeys("Accept");
        assertThat(call.redirectedTo(URI.create("https://other.example/b")).headers())
                .containsOnlyKeys("Accept");
    }
}
