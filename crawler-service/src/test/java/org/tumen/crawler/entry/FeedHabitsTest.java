package org.tumen.crawler.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.crawler.entry.FeedReading.Feed;

/** What publishers do beyond, beside and against the specifications. */
class FeedHabitsTest {

    private static final URI ADDRESS = URI.create("https://news.example/feeds/world.xml");

    @Test
    void takesTheAuthorOfAnAggregatedEntryFromItsSource() {
        var entry = first("""
            <feed xmlns="http://www.w3.org/2005/Atom"><author><name>The aggregator</name></author><entry><title>t</title>
            <source><title>Elsewhere</title><id>urn:s</id><author><name>Jane Doe</name></author></source></entry></feed>\
            """);

        assertThat(entry.author()).isEqualTo("Jane Doe");
        assertThat(entry.id()).isNull();
    }

    @Test
    void takesTheWordsOfAVideoWhereTheEntryHasNone() {
        var entry = first("""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><title>Launch</title>
            <media:group><media:title>no</media:title><media:description>The rocket.</media:description></media:group>
            </entry></feed>\
            """);

        assertThat(entry.title()).isEqualTo("Launch");
        assertThat(entry.summary()).isEqualTo("The rocket.");
    }

    @Test
    void resolvesEachLinkOfInlineMarkupAgainstItsOwnBase() {
        var entry = first("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><entry><content type="xhtml">
            <div xmlns="http://www.w3.org/1999/xhtml">See <p xml:base="x/"><a href="y">y</a></p><a href="z">z</a></div>
            </content></entry></feed>\
            """);

        assertThat(entry.content())
                .isEqualTo("See <p><a href=\"https://a.example/x/y\">y</a></p><a href=\"https://a.example/z\">z</a>");
    }

    @Test
    void readsTheNamesThatADocumentTypeGivesToWords() {
        var entry = first("""
            <!DOCTYPE rss [<!ENTITY agency "News &"><!ENTITY site "Example Agency"><!ENTITY c "&#169;">]>
            <rss version="2.0"><channel><item><title>&site; &c; &agency;</title></item></channel></rss>\
            """);

        assertThat(entry.title()).isEqualTo("Example Agency © &agency;");
    }

    @Test
    void stopsExpandingWordsThatAreUsedWithoutEnd() {
        var entry = first(
                "<!DOCTYPE rss [<!ENTITY a \"" + "a".repeat(200) + "\">]><rss version=\"2.0\"><channel><item><title>"
                        + "&a;".repeat(200_000) + "</title></item></channel></rss>");

        assertThat(entry.title()).hasSizeLessThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<br />\n<b>Warning</b>: mysql_connect() in <b>index.php</b>\n<?xml version=\"1.0\"?>%s",
                "<html><body>%s</body></html>",
                "Notice: undefined\n%s",
            })
    void findsTheFeedBehindWhatTheServerWroteBeforeIt(String around) {
        var entry = first(
                around.formatted("<rss version=\"2.0\"><channel><item><title>One</title></item></channel></rss>"));

        assertThat(entry.title()).isEqualTo("One");
    }

    @Test
    void joinsCharactersThatWereWrittenInHalves() {
        var entry = first("<rss version='2.0'><channel><item><title>&#xD83D;&#xDE00; &#55357;&#56832; &#xD83D;x</title>"
                + "</item></channel></rss>");

        assertThat(entry.title()).isEqualTo("😀 😀 x");
    }

    @Test
    void resolvesLinksAgainstTheBaseOfTheDivAroundThem() {
        var entry = first("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><entry><title type="xhtml">
                <div xmlns="http://www.w3.org/1999/xhtml" xml:base="x/"><a href="y">y</a></div></title></entry></feed>""");

        assertThat(entry.title()).isEqualTo("<a href=\"https://a.example/x/y\">y</a>");
    }

    @Test
    void keepsTheTextOfCdataInInlineMarkup() {
        var entry = first("""
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
                <p><![CDATA[1 < 2]]></p></div></content></entry></feed>""");

        assertThat(entry.content()).isEqualTo("<p>1 &lt; 2</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../1", "../../1", "../../../1", "/../1", "./../.././1"})
    void stopsAtTheRootWhereALinkHasTooManyDots(String link) {
        var entry = first("<rss version='2.0'><channel><item><link>" + link + "</link></item></channel></rss>");

        assertThat(entry.link()).isEqualTo(URI.create("https://news.example/1"));
    }

    @Test
    void readsTheChannelAroundItsSubchannels() {
        var feed = feed("""
            <Channel HREF="https://e.example/"><Title>Whole</Title><Channel><Title>Part</Title>
            <Item HREF="https://e.example/1"><Title>One</Title></Item></Channel></Channel>\
            """);

        assertThat(feed.title()).isEqualTo("Whole");
        assertThat(feed.entries()).extracting(Entry::title).containsExactly("One");
    }

    private static Entry first(String text) {
        return feed(text).entries().getFirst();
    }

    private static Feed feed(String text) {
        return (Feed) new FeedReader().read(text.getBytes(StandardCharsets.UTF_8), null, null, ADDRESS);
    }
}
