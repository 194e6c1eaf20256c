package org.tumen.crawler.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.http.Body;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.HttpOutcome.Failed;
import org.tumen.http.HttpOutcome.Refused;

class RobotsTest {

    private static final URI PAGE = URI.create("https://news.example/politics/1?from=rss");

    private final List<URI> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private HttpOutcome site = file("");
    private final Robots robots = new Robots(this::get, "tumen", Duration.ofMinutes(2), new TestClock());

    @ParameterizedTest
    @CsvSource({
        "'User-agent: *\nDisallow: /politics', false",
        "'User-agent: *\nDisallow: /politics\nAllow: /politics/1', true",
        "'User-agent: *\nDisallow: /*?from=', false",
        "'User-agent: *\nDisallow: /politics/1$', true",
        "'User-agent: *\nDisallow: /\n\nUser-agent: Tumen\nDisallow: /sports', true",
        "'User-agent: tumen\nDisallow: /', false",
        "'User-agent: Googlebot\nDisallow: /', true",
        "'User-agent: *\nCrawl-delay: 100000', true",
        "'<html>no robots here</html>', true",
        "'', true",
    })
    void asksAsTheFileAllows(String text, boolean allowed) {
        site = file(text);

        if (allowed) {
            assertThat(robots.objection(PAGE)).isEmpty();
        } else {
            assertThat(robots.objection(PAGE)).contains(new Refused("robots.txt of news.example forbids it"));
        }
        assertThat(asked).containsExactly(URI.create("https://news.example/robots.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void takesAFileThatIsNotThereForLeave(int status) {
        site = answer(status, "User-agent: *\nDisallow: /");

        assertThat(robots.objection(PAGE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void waitsWhileTheFileCanNotBeHad(int status) {
        site = answer(status, "");
        assertThat(robots.objection(PAGE)).contains(new Failed("robots.txt of news.example: HTTP " + status));

        site = file("");
        now = now.plus(Duration.ofMinutes(6));

        assertThat(robots.objection(PAGE)).isEmpty();
    }

    @Test
    void doesNotKeepTheAnswerOfAHostThatWantsToBeLeftAlone() {
        site = answer(429, "");
        assertThat(robots.objection(PAGE)).isPresent();

        site = file("");

        assertThat(robots.objection(PAGE)).isEmpty();
    }

    @Test
    void waitsWhileTheSiteDoesNotAnswer() {
        site = new Failed("connect timed out");

        assertThat(robots.objection(PAGE)).contains(new Failed("robots.txt of news.example: connect timed out"));
    }

    @Test
    void keepsAFileForADayAndNoLonger() {
        assertThat(robots.objection(PAGE)).isEmpty();
        site = file("User-agent: *\nDisallow: /");

        now = now.plus(Duration.ofHours(23));
        assertThat(robots.objection(PAGE)).isEmpty();
        now = now.plus(Duration.ofHours(2));
        assertThat(robots.objection(PAGE)).isPresent();
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsToAnOlderFileWhileTheNewerOneCanNotBeHad() {
        site = file("User-agent: *\nDisallow: /sports");
        assertThat(robots.objection(PAGE)).isEmpty();

        site = answer(503, "");
        now = now.plus(Duration.ofDays(3));

        assertThat(robots.objection(PAGE)).isEmpty();
        assertThat(robots.objection(URI.create("https://news.example/sports"))).isPresent();
    }

    @Test
    void readsTheFirstHalfMegabyteOfAFile() {
        var half = "# %s%n".formatted("x".repeat(1020)).repeat(500);
        site = file("User-agent: *\n" + half + "Disallow: /politics\n");
        assertThat(robots.objection(PAGE)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'Crawl-delay: 5', PT5S", "'Crawl-delay: 0.5', PT0.5S", "'Crawl-delay: 100000', PT2M", "'', PT0S"})
    void grantsTheCrawlDelayWithinTheConfiguredLimit(String line, Duration delay) {
        site = file("User-agent: *\nDisallow: /x\n" + line);
        assertThat(robots.crawlDelay(PAGE)).isZero();

        assertThat(robots.objection(PAGE)).isEmpty();

        assertThat(robots.crawlDelay(PAGE)).isEqualTo(delay);
    }

    @Test
    void forgetsTheFilesThatWereUnusedForLongestWhenTheyWeighTooMuch() {
        site = file("#".repeat(512 * 1024));
        for (var i = 0; i < 40; i++) {
            robots.objection(URI.create("https://site-" + i + ".example/"));
        }
        robots.objection(URI.create("https://site-39.example/"));
        assertThat(asked).hasSize(40);

        robots.objection(URI.create("https://site-0.example/"));

        assertThat(asked).hasSize(41);
    }

    private HttpOutcome get(URI uri) {
        asked.add(uri);
        return site;
    }

    private static HttpOutcome file(String text) {
        return answer(200, text);
    }

    private static HttpOutcome answer(int status, String text) {
        return new Answered(status, new Headers(Map.of()), Body.of(text.getBytes(UTF_8)), PAGE, List.of());
    }

    private final class TestClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
