package org.tumen.model.feed;

import java.net.URI;
import org.tumen.model.Hops;

/**
 * An entry is new in a feed, and its page is to be fetched.
 *
 * @param source the feed's outlet
 * @param url the address of the page
 * @param entry what the feed says of it
 * @param hops published and discovered
 */
public record PageFetchRequested(Source source, URI url, FeedEntry entry, Hops hops) implements FetchRequested {

    public PageFetchRequested {
        FetchRequested.requireFetchable(url);
    }

    @Override
    public String eventId() {
        return source.feed() + " " + entry.id();
    }
}
