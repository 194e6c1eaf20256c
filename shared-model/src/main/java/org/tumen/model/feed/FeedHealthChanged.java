package org.tumen.model.feed;

import java.time.Instant;
import org.tumen.model.Event;

/**
 * A feed went from one state to another.
 *
 * @param feed which feed
 * @param previous its state before
 * @param state its state now
 * @param since when it changed, UTC
 * @param reason why, in words for an operator
 */
public record FeedHealthChanged(FeedId feed, FeedState previous, FeedState state, Instant since, String reason)
        implements Event {

    @Override
    public String eventId() {
        return feed + "@" + since;
    }

    @Override
    public String key() {
        return feed.value();
    }
}
