package org.tumen.model.feed;

import java.net.URI;
import java.time.Instant;

/**
 * A feed is due to be polled.
 *
 * @param feed which feed
 * @param url its address when the poll was requested
 * @param due when the poll was due, UTC; it names the request, so that one poll is not made twice
 */
public record FeedPollRequested(FeedId feed, URI url, Instant due) implements FetchRequested {

    public FeedPollRequested {
        FetchRequested.requireFetchable(url);
    }

    @Override
    public String eventId() {
        return feed + "@" + due;
    }
}
