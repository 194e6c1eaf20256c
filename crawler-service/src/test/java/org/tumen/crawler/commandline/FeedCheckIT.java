package org.tumen.crawler.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedCheckIT {

    private static final String ARTICLE =
            "<html lang=en><h1>Bridge opens</h1><p>" + "Trains run again, people say. ".repeat(9);

    private final MockWebServer site = new MockWebServer();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        var pages = Map.of(
                "/feed",
                answer(
                                "application/rss+xml; charset=utf-8",
                                "<rss version='2.0'><channel><title>News</title><item><title>Bridge"
                                        + " opens</title><link>/news/1</link><guid>1</guid>"
                                        + "<pubDate>Sun, 22 Nov 2026 11:00:00 GMT</pubDate></item></channel></rss>")
                        .setHeader("Link", "<https://hub.example/>; rel=hub, </feed>; rel=self"),
                "/moved",
                new MockResponse.Builder().code(301).setHeader("Location", "/feed"),
                "/page",
                answer("text/html", "<link rel=alternate type=application/atom+xml href=/feed><p>Welcome"),
                "/list",
                answer("text/html", "<ul><li><a href=/news/1>Bridge opens</a></ul>"),
                "/news/1",
                answer("text/html; charset=utf-8", ARTICLE),
                "/bomb",
                answer("application/rss+xml", "<a>".repeat(300_000)),
                "/robots.txt",
                answer("text/plain", "User-agent: *\nDisallow: /private"));
        site.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var path = Objects.requireNonNull(request.getUrl()).encodedPath();
                return pages.getOrDefault(path, new MockResponse.Builder().code(404))
                        .build();
            }
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void showsTheFeedItsHubItsScheduleAndItsFirstArticle() throws IOException {
        assertThat(check(url("/moved"))).isZero();

        assertThat(said())
                .contains("redirect   301 to http://", "status     HTTP 200", "format     rss-2.0", "charset    UTF-8")
                .contains("entries    1", "2026-11-22T11:00:00Z  Bridge opens")
                .contains("hub        https://hub.example/ pushes " + url("/feed"))
                .contains("next poll  in ")
                .contains("HTTP 200, robots.txt allows it", "title      Bridge opens", "Trains run again")
                .contains("warning    no ETag and no Last-Modified");
    }

    @Test
    void readsAListingPageAsItIsConfiguredAndObeysRobotsTxt() throws IOException {
        Files.writeString(folder.resolve("feeds.yaml"), """
                feeds:
                  - {id: listed, url: '%s', name: N, publisher: P, family: f, language: en, kind: press, listing: {item: li}}
                """.formatted(url("/list")));

        assertThat(check("listed", url("/list"))).isZero();
        assertThat(said())
                .contains("== listed", "== " + url("/list"), "format     listing", "warning    1 entry without a date");

        assertThat(check("--as", "listed", url("/private/list"))).isEqualTo(65);
        assertThat(said()).contains("failed     robots.txt of 127.0.0.1 forbids it");
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        assertThat(check(url("/page"), url("/bomb"), url("/nowhere"), "http://10.0.0.1/"))
                .isEqualTo(65);

        assertThat(said())
                .contains("feed       " + url("/feed") + " (named by this page)")
                .contains("failed     the document is <link>")
                .contains("failed     more than 250000 tags", "failed     HTTP 404")
                .contains("failed     forbidden address: 10.0.0.1 (private)");
    }

    private int check(String... what) throws IOException {
        said.reset();
        var out = new PrintStream(said, true, UTF_8);
        var words = Stream.concat(Stream.of("check"), Stream.of(what)).toList();
        return new FeedsCommand(
                        out,
                        out,
                        Map.of(
                                "TUMEN_HTTP_ALLOWED_ADDRESSES",
                                "127.0.0.0/8",
                                "TUMEN_CRAWLER_FEEDS",
                                folder.toString(),
                                "TUMEN_CRAWLER_FETCH_HOSTGAP",
                                "0s"))
                .run(words);
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + site.getPort() + path;
    }

    private static MockResponse.Builder answer(String type, String body) {
        return new MockResponse.Builder().setHeader("Content-Type", type).body(body);
    }
}
