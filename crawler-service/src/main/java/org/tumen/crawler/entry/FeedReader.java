package org.tumen.crawler.entry;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.charset.Declaration;
import org.tumen.crawler.charset.TextDecoder;
import org.tumen.crawler.entry.FeedReading.Feed;
import org.tumen.crawler.entry.FeedReading.Unreadable;

/** Reads a feed as it came over the wire: decodes it, cleans it up, and takes its entries out. Thread-safe. */
public final class FeedReader {

    /** Tags of a feed, opening and closing: enough for two thousand rich entries, and a tree that fits in the memory. */
    private static final int MAX_TAGS = 250_000;

    /**
     * Never throws on account of the feed.
     *
     * @param contentType the HTTP header; null when there was none
     * @param contentLanguage the HTTP header; the feed's language when the feed itself names none
     * @param address of the document, for its relative links; empty when unknown
     */
    public FeedReading read(byte[] body, @Nullable String contentType, @Nullable String contentLanguage, URI address) {
        var decoded = TextDecoder.decode(body, contentType, Declaration.XML);
        var charset = decoded.charset().name();
        var text = decoded.text();
        if (text.isBlank()) {
            return new Unreadable("the body is empty");
        }
        if (text.stripLeading().startsWith("{")) {
            return JsonFeed.read(text, charset, contentLanguage, address);
        }
        if (decoded.tags() > MAX_TAGS) {
            return new Unreadable("more than " + MAX_TAGS + " tags");
        }
        var reading = readXml(FeedText.clean(text), charset, contentLanguage, address);
        return reading instanceof Unreadable
                ? FeedText.within(text)
                        .map(inner -> readXml(inner, charset, contentLanguage, address))
                        .filter(Feed.class::isInstance)
                        .orElse(reading)
                : reading;
    }

    private static FeedReading readXml(String text, String charset, @Nullable String contentLanguage, URI address) {
        return FeedTree.of(text)
                .map(document -> XmlFeed.read(document, charset, contentLanguage, address))
                .orElse(new Unreadable("there is no markup in the body"));
    }
}
