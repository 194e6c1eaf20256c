package org.tumen.model.feed;

import java.time.Instant;
import java.util.List;
import org.tumen.model.Event;

/**
 * What would be done with a feed, the answer to a {@link FeedTrialRequested}.
 *
 * @param trial the one that was asked for
 * @param usable whether it can be added as it is
 * @param told what was seen, in the order in which people read it
 * @param at when it was tried, UTC
 */
public record FeedTried(String trial, boolean usable, List<Line> told, Instant at) implements Event {

    /**
     * A line for people, without control characters.
     *
     * @param label what it is about; empty when it goes on with the line before
     * @param text may be words of the feed
     */
    public record Line(String label, String text) {}

    public FeedTried {
        told = List.copyOf(told);
    }

    @Override
    public String eventId() {
        return trial;
    }

    @Override
    public String key() {
        return trial;
    }
}
