package org.tumen.crawler.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;

class FeedReaderTest {

    private static final URI ADDRESS = URI.create("https://news.example/feeds/world.xml");

    private final FeedReader reader = new FeedReader();

    @Test
    void readsRss() {
        var feed = feed("""
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                 <channel><title>World</title><link>https://news.example/</link><language>en-gb</language>
                  <item><title>Talks resume</title><link>/2025/talks</link><guid isPermaLink="false">n-17</guid>
                   <author>desk@news.example (Jane Doe)</author><description>Short.</description>
                   <content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>
                   <pubDate>Mon, 05 May 2025 19:20:30 +0900</pubDate></item>
                 </channel></rss>""");

        assertThat(feed.format()).isEqualTo("rss-2.0");
        assertThat(feed.language()).isEqualTo("en-gb");
        assertThat(feed.entries())
                .containsExactly(new Entry(
                        "n-17",
                        URI.create("https://news.example/2025/talks"),
                        "Talks resume",
                        "Jane Doe",
                        "Short.",
                        "<p>Long.</p>",
                        null,
                        Instant.parse("2025-05-05T10:20:30Z"),
                        Instant.parse("2025-05-05T10:20:30Z")));
    }

    @Test
    void takesNoLongerOverAnAuthorWithoutEnd() {
        var feed = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> feed("<rss version='2.0'><channel><item><title>t</title><author>" + "a".repeat(1_000_000)
                        + "</author></item></channel></rss>"));
        assertThat(feed.entries().getFirst().author()).hasSize(300);
    }

    @Test
    void takesNoLongerOverNestedDeclarationsOfPrefixes() {
        var attributes = new StringBuilder();
        for (var i = 0; i < 3_000; i++) {
            attributes.append(" xmlns:p").append(i).append("='u'");
        }
        var feed = assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> feed("<rss" + attributes + "><channel>" + "<item><title>A & B</item>".repeat(20_000)));
        assertThat(feed.entries()).isNotEmpty();
    }

    @Test
    void refusesAFeedWhoseTreeWouldFillTheMemory() {
        var body = "<rss><channel>" + "<a/>".repeat(300_000);
        assertThat(reader.read(body.getBytes(StandardCharsets.UTF_8), null, null, ADDRESS))
                .isEqualTo(new Unreadable("more than 250000 tags"));
    }

    @Test
    void resolvesAtomLinksAgainstTheNearestBase() {
        var feed = feed("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/" xml:lang="ru">
                 <entry xml:base="y/"><title>t</title><link rel="self" href="no"/><link href="z.html"/></entry></feed>""");

        assertThat(feed.entries().getFirst().link()).isEqualTo(URI.create("https://a.example/x/y/z.html"));
        assertThat(feed.entries().getFirst().language()).isEqualTo("ru");
    }

    @Test
    void readsAFeedThatEndsInTheMiddle() {
        var feed =
                feed("<rss version='2.0'><channel><title>A & B</title><item><title>one</title></item><item><title>tw");

        assertThat(feed.title()).isEqualTo("A & B");
        assertThat(feed.entries()).extracting(Entry::title).containsExactly("one", "tw");
    }

    @Test
    void believesTheBytesMoreThanTheDeclaration() {
        var text = "<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>대통령이 국회에서 연설했다. 서울"
                + " 시청 앞 집회에 수천 명이 모였다고 경찰이 밝혔다</title></channel></rss>";
        var reading = reader.read(text.getBytes(Charset.forName("x-windows-949")), null, null, ADDRESS);

        assertThat(((Feed) reading).title()).startsWith("대통령이 국회에서");
    }

    @Test
    void neitherReadsNorExpandsEntities() {
        var feed = feed("""
                <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "&b;&b;">]>
                <rss version="2.0"><channel><title>&x;&a;</title></channel></rss>""");

        assertThat(feed.title()).isEqualTo("&x;&a;");
    }

    @Test
    void survivesTwentyThousandNestedElements() {
        var feed = feed("<rss version='2.0'><channel><title>t</title><item><title>deep</title><description>"
                + "<a>".repeat(20_000) + "</description></item></channel></rss>");

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("deep");
    }

    @Test
    void saysWhatAPageIsThatIsNoFeed() {
        var reading = reader.read(
                "<!doctype html><html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8),
                null,
                null,
                ADDRESS);

        assertThat(reading)
                .isEqualTo(new Unreadable("the document is <html>, not RSS, Atom, JSON Feed or a news sitemap"));
    }

    private Feed feed(String text) {
        return (Feed) reader.read(text.getBytes(StandardCharsets.UTF_8), null, null, ADDRESS);
    }
}
