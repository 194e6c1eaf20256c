package org.tumen.crawler.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.crawler.entry.Entry;
import org.tumen.crawler.entry.FeedReading;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;

class ListingPageTest {

    private static final URI ADDRESS = URI.create("http://news.example.kp/ko/index.html");

    @Test
    void readsTheEntriesThatTheSelectorsName() {
        var listing = new Listing(
                new CssSelector("ul.list li"),
                null,
                null,
                new CssSelector("p"),
                new CssSelector(".day"),
                null,
                "Asia/Pyongyang");
        var feed = (Feed) read(listing, """
                <html lang=ko><title>소식</title><ul class=menu><li><a href="/about">About</a></ul><ul class=list>
                <li><a href="article/1.html?utm_source=x#top">Bridge opens <span class=day>[2026.11.20.]</span></a><p>Trains run.</p>
                <li><a href="/article/2.html">Second</a> <span class=day>주체115(2026)년 11월 19일 18:30</span></ul>""");

        assertThat(feed.format()).isEqualTo("listing");
        assertThat(feed.title()).isEqualTo("소식");
        assertThat(feed.language()).isEqualTo("ko");
        assertThat(feed.entries())
                .containsExactly(
                        new Entry(
                                "http://news.example.kp/ko/article/1.html",
                                URI.create("http://news.example.kp/ko/article/1.html?utm_source=x#top"),
                                "Bridge opens",
                                null,
                                "Trains run.",
                                null,
                                null,
                                Instant.parse("2026-11-19T15:00:00Z"),
                                Instant.parse("2026-11-19T15:00:00Z")),
                        new Entry(
                                "http://news.example.kp/article/2.html",
                                URI.create("http://news.example.kp/article/2.html"),
                                "Second",
                                null,
                                null,
                                null,
                                null,
                                Instant.parse("2026-11-19T09:30:00Z"),
                                Instant.parse("2026-11-19T09:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            2026-11-20              | none                | Asia/Pyongyang | 2026-11-19T15:00:00Z
            20.11.2026, 18:30       | none                | Europe/Moscow  | 2026-11-20T15:30:00Z
            11/12/2026              | MM/dd/yyyy          | none           | 2026-11-12T00:00:00Z
            20 Nov 2026 06:30 PM    | dd MMM yyyy hh:mm a | +09:00         | 2026-11-20T09:30:00Z
            2026-11-20T18:30+03:00  | none                | Asia/Pyongyang | 2026-11-20T15:30:00Z
            [2026.11.20.]           | [yyyy.MM.dd.]       | Asia/Pyongyang | 2026-11-19T15:00:00Z
            20.11.2026              | dd.MM.yyyy[ HH:mm]  | none           | 2026-11-20T00:00:00Z
            yesterday               | none                | none           | none
            20.11.2026              | MM/dd/yyyy          | none           | none
            """)
    void readsDatesInTheSitesNotationAndZone(
            String written, @Nullable String format, @Nullable String zone, @Nullable Instant instant) {
        var listing = new Listing(new CssSelector("li"), null, null, null, new CssSelector("i"), format, zone);

        var feed = (Feed) read(listing, "<li><a href=/1>One</a><i>" + written + "</i>");

        assertThat(feed.entries()).extracting(Entry::published).containsExactly(instant);
    }

    @Test
    void takesAPageOnceThatIsLinkedByItsPictureAndItsTitle() {
        var feed = (Feed) read(
                items("a"), "<a href=/1><img src=x></a><a href=/1#more>One</a><a href='/1?utm_medium=x'>again</a>");

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("One");
    }

    @Test
    void passesOverWhatLeadsToNoPage() {
        var feed = (Feed)
                read(
                        items("a"),
                        "<a href=\"javascript:go(1)\">1</a><a href=mailto:a@b>2</a><a href=#>3</a><a>4</a><a href='/5 b'>5</a>");

        assertThat(feed.entries()).extracting(Entry::link).containsExactly(URI.create("http://news.example.kp/5%20b"));
    }

    @Test
    void saysWhatItLooksForWhenItFindsNothing() {
        assertThat(read(items("ul.news > li"), "<p>Under construction"))
                .isEqualTo(new Unreadable("nothing on the page matches ul.news > li"));
        assertThat(read(items("li"), "<li>One<li>Two"))
                .isEqualTo(new Unreadable("none of 2 elements that match li has a link to a page"));
    }

    @Test
    void decodesThePageByItsBytes() {
        var body = "<meta charset=utf-8><li><a href=/1>대통령이 국회에서 연설했다 서울 시청 앞 집회에 수천 명이 모였다</a>";
        var reading = new FeedDocuments()
                .read(items("li"), body.getBytes(Charset.forName("x-windows-949")), "text/html", null, ADDRESS);

        assertThat(((Feed) reading).entries().getFirst().title()).startsWith("대통령이 국회에서");
    }

    @Test
    void namesTheFeedsOfAPageThatIsNone() {
        var page = "<link rel=alternate type=application/rss+xml href=/rss><link rel=alternate hreflang=en href=/en>"
                + "<link rel='alternate home' type='application/feed+json' href=https://f.example/j>";

        assertThat(FeedLinks.on(page.getBytes(StandardCharsets.UTF_8), null, ADDRESS))
                .containsExactly("http://news.example.kp/rss", "https://f.example/j");
    }

    private static Listing items(String css) {
        return new Listing(new CssSelector(css), null, null, null, null, null, null);
    }

    private static FeedReading read(Listing listing, String page) {
        return new FeedDocuments()
                .read(listing, page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", null, ADDRESS);
    }
}
