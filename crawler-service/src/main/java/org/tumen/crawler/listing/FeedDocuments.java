package org.tumen.crawler.listing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.FeedReader;
import org.tumen.crawler.entry.FeedReading;

/** Reads what the address of a feed answered: as a feed, or as the listing page that it is configured to be. Thread-safe. */
public final class FeedDocuments {

    private final FeedReader feeds = new FeedReader();

    /**
     * Never throws on account of the document.
     *
     * @param listing how its entries are found; null when it is a feed
     * @param contentType the HTTP header; null when there was none
     * @param contentLanguage the HTTP header; the document's language when it names none itself
     * @param address of the document, for its relative links; empty when unknown
     */
    public FeedReading read(
            @Nullable Listing listing,
            byte[] body,
            @Nullable String contentType,
            @Nullable String contentLanguage,
            URI address) {
        return listing == null
                ? feeds.read(body, contentType, contentLanguage, address)
                : new ListingPage(listing).read(body, contentType, contentLanguage, address);
    }
}
