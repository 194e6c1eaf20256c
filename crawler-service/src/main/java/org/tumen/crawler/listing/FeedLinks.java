package org.tumen.crawler.listing;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;

/** The feeds that a page names in its head, for somebody who gave the page's address for a feed's. */
public final class FeedLinks {

    /** Feed types as they are registered, and as JSON Feed 1.1 names its own. */
    private static final String ALTERNATES = "link[rel~=(?i)alternate][href][type~=(?i)(rss|atom|rdf|feed\\+json)]";

    private static final int MOST = 20;

    private FeedLinks() {}

    /**
     * In the page's order, absolute as far as the page's address is known; empty when it names none.
     *
     * @param contentType the HTTP header; null when there was none
     */
    public static List<String> on(byte[] body, @Nullable String contentType, URI address) {
        var page = Jsoup.parse(
                TextDecoder.decode(body, contentType, Declaration.HTML).text(), address.toString());
        return page.select(ALTERNATES).stream()
                .map(link -> link.absUrl("href").isEmpty() ? link.attr("href") : link.absUrl("href"))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
