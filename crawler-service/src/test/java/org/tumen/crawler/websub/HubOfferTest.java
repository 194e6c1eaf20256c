package org.tumen.crawler.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.HubLinks;
import org.tumen.http.Headers;

class HubOfferTest {

    private static final URI ADDRESS = URI.create("https://news.example/feed");
    private static final Headers SILENT = new Headers(Map.of());
    private static final HubOffer OFFER =
            new HubOffer(URI.create("https://hub.example/"), URI.create("https://news.example/world.xml"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://hub.example/>; rel=\"hub\", <https://news.example/world.xml>; rel=\"self\"",
                "<https://hub.example/>; rel=hub, </world.xml>; type=\"a,b\"; rel=self",
                "<https://x.example/>; rel=next,<https://hub.example/>;rel=\"alternate HUB\",<world.xml>;REL=Self",
            })
    void readsTheHeaderField(String link) {
        assertThat(HubOffer.in(new Headers(Map.of("Link", List.of(link))), HubLinks.NONE, ADDRESS))
                .contains(OFFER);
    }

    @Test
    void readsSeveralHeaderFieldsBeforeTheFeed() {
        var headers = new Headers(Map.of(
                "link", List.of("<https://hub.example/>; rel=hub", "<https://news.example/world.xml>; rel=self")));
        var links = new HubLinks(List.of(URI.create("https://other.example/")), URI.create("https://other.example/x"));

        assertThat(HubOffer.in(headers, links, ADDRESS)).contains(OFFER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://hub.example/'/>"
                        + "<link rel='self' href='world.xml'/><entry><link rel='hub' href='https://no.example/'/></entry></feed>",
                "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><a:link rel='self' href='/world.xml'/>"
                        + "<a:link rel='hub' href='https://hub.example/'/><item><title>t</title></item></channel></rss>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://news.example/world.xml\","
                        + "\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://no.example/\"},"
                        + "{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}",
            })
    void readsTheFeed(String document) {
        var feed = (Feed) new FeedReader().read(document.getBytes(StandardCharsets.UTF_8), null, null, ADDRESS);

        assertThat(HubOffer.in(SILENT, feed.hubs(), ADDRESS)).contains(OFFER);
    }

    @Test
    void goesByTheAddressWhereTheFeedDoesNotNameItself() {
        var links = new HubLinks(List.of(URI.create("https://hub.example/")), null);

        assertThat(HubOffer.in(SILENT, links, ADDRESS))
                .contains(new HubOffer(URI.create("https://hub.example/"), ADDRESS));
    }

    @Test
    void takesNoHubThatNobodyCouldCall() {
        var links = new HubLinks(List.of(URI.create("mailto:hub@hub.example")), null);

        assertThat(HubOffer.in(SILENT, links, ADDRESS)).isEmpty();
        assertThat(HubOffer.in(new Headers(Map.of("Link", List.of("<:>; rel=hub, ;;<>"))), HubLinks.NONE, ADDRESS))
                .isEmpty();
    }
}
