package org.tumen.model.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Event;

/**
 * Somebody wants to see what would be done with a feed, before it is added. Any one crawler answers with a
 * {@link FeedTried}, or none: whoever asked waits in front of a page, and asks again.
 *
 * @param trial names the trial
 * @param url where the feed is
 * @param listing how its entries are found on the page at that address; null when there is a feed
 * @param by who asked for it
 * @param at when, UTC
 */
public record FeedTrialRequested(
        String trial, URI url, @Nullable FeedListing listing, String by, Instant at) implements Event {

    /** Nobody waits longer for an answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whether nobody waits for the answer any more. */
    public boolean isOver(Instant now) {
        return at.plus(PATIENCE).isBefore(now);
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
