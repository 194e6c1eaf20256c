package org.tumen.crawler.poll;

import java.time.Instant;
import org.tumen.model.feed.FeedState;

/**
 * How a feed is doing.
 *
 * @param since when it came into that state
 * @param reason why, for an operator
 */
record Standing(FeedState state, Instant since, String reason) {

    /** The same with another state; it keeps its time when it is the same state. */
    Standing as(FeedState next, String why, Instant when) {
        return new Standing(next, next == state ? since : when, why);
    }
}
