package org.tumen.crawler.poll;

import static org.tumen.model.feed.FeedState.NEW;
import static org.tumen.model.feed.FeedState.PAUSED;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.feed.Feeds;
import org.tumen.crawler.health.FeedHealthPublisher;
import org.tumen.model.feed.FeedState;

/** Brings the state of a feed in line with whether somebody wants it paused, and tells of it. */
@Component
class Pauses {

    private final Feeds feeds;
    private final PollStore store;
    private final FeedHealthPublisher health;

    Pauses(Feeds feeds, PollStore store, FeedHealthPublisher health) {
        this.feeds = feeds;
        this.store = store;
        this.health = health;
    }

    /**
     * The state as it is to be. A feed that was paused before a restart stays so until all that is wanted is known; one that
     * is paused no more is due at once, and goes on with what was learnt of it.
     */
    PollState applied(FeedConfig feed, PollState state, Instant now) {
        var pause = feeds.pauseOf(feed.id());
        if (pause.isPresent()) {
            return state.state() == PAUSED
                    ? state
                    : changed(feed, state, PAUSED, "paused by " + pause.get().by(), now);
        }
        return state.state() == PAUSED && feeds.isComplete()
                ? changed(feed, state.dueAt(now), NEW, "paused no more, not polled yet", now)
                : state;
    }

    private PollState changed(FeedConfig feed, PollState state, FeedState to, String why, Instant now) {
        var next = state.as(to, why, now);
        health.publishChange(feed.id(), state.state(), to, now, why);
        store.note(feed.id(), next);
        return next;
    }
}
