package org.tumen.crawler.poll;

import static org.tumen.model.feed.FeedState.EMPTY;
import static org.tumen.model.feed.FeedState.FAILING;
import static org.tumen.model.feed.FeedState.GONE;
import static org.tumen.model.feed.FeedState.HEALTHY;
import static org.tumen.model.feed.FeedState.QUIET;
import static org.tumen.model.feed.FeedState.THROTTLED;
import static org.tumen.model.feed.FeedState.UNCHANGED;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.poll.PollOutcome.Failed;
import org.tumen.crawler.poll.PollOutcome.Gone;
import org.tumen.crawler.poll.PollOutcome.Read;
import org.tumen.crawler.poll.PollOutcome.Throttled;
import org.tumen.crawler.poll.PollOutcome.Unchanged;

/**
 * Decides what a poll means for a feed: its state, and when it is due again.
 *
 * @param every the feed's own interval
 * @param jitter in [0, 1), spreads out what was delayed together
 */
record FeedSchedule(Duration every, DoubleSupplier jitter) {

    /** The longest back-off after failures: the day is not over before a feed that is back is noticed. */
    private static final Duration MAX_BACK_OFF = Duration.ofHours(4);
    /** The longest that a server's word is taken for: 24 h, as most feed readers cap it. */
    private static final Duration MAX_PAUSE = Duration.ofHours(24);
    /** Jitter adds at most this share to a delay. */
    private static final double MAX_JITTER = 0.1;

    /** Two missed days in a row of an outlet that has news every day, or ten times the feed's own rhythm. */
    private static final Duration MIN_QUIET = Duration.ofDays(2);

    private static final int QUIET_RHYTHMS = 10;

    static FeedSchedule of(FeedConfig feed) {
        return new FeedSchedule(feed.every(), ThreadLocalRandom.current()::nextDouble);
    }

    /**
     * The state after a poll.
     *
     * @param due when the poll was due; the next one is counted from there, so that polls do not drift
     */
    PollState next(PollState state, PollOutcome outcome, Instant due, Instant now) {
        return switch (outcome) {
            case Read read -> afterRead(state, read, now).polled(due, 0, regular(due, read.freshFor(), now));
            case Unchanged unchanged ->
                unchanged(state, now)
                        .with(unchanged.validators())
                        .polled(due, 0, regular(due, unchanged.freshFor(), now));
            case Throttled throttled ->
                state.as(THROTTLED, throttled.reason(), due)
                        .polled(due, state.failures() + 1, now.plus(pause(state, throttled)));
            case Failed failed ->
                state.as(FAILING, failed.reason(), due)
                        .polled(due, state.failures() + 1, now.plus(jittered(backOff(state.failures()))));
            case Gone gone -> state.as(GONE, gone.reason(), due).polled(due, state.failures(), now.plus(MAX_PAUSE));
        };
    }

    private PollState afterRead(PollState state, Read read, Instant now) {
        var known = state.read(read, now);
        if (read.entries() == 0) {
            return known.as(EMPTY, "a readable feed without entries", now);
        }
        if (read.fresh() > 0 || state.bodyHash() == null) {
            return known.as(HEALTHY, read.fresh() + " new of " + read.entries() + " entries", now);
        }
        return unchanged(known, now);
    }

    private PollState unchanged(PollState state, Instant now) {
        if (state.state() == EMPTY) {
            return state;
        }
        var rhythm = state.rhythm();
        var patience = rhythm == null ? MIN_QUIET : longer(MIN_QUIET, rhythm.multipliedBy(QUIET_RHYTHMS));
        var lastFresh = state.lastFresh();
        return lastFresh != null && now.isAfter(lastFresh.plus(patience))
                ? state.as(QUIET, "no new entry since " + lastFresh, now)
                : state.as(UNCHANGED, "nothing new", now);
    }

    private Instant regular(Instant due, Duration freshFor, Instant now) {
        var wanted = due.plus(longer(every, shorter(freshFor, MAX_PAUSE)));
        return wanted.isBefore(now) ? now.plus(every) : wanted;
    }

    private Duration pause(PollState state, Throttled throttled) {
        var asked = throttled.retryAfter();
        return jittered(asked == null ? backOff(state.failures()) : longer(every, shorter(asked, MAX_PAUSE)));
    }

    private Duration backOff(int failures) {
        var limit = longer(every, MAX_BACK_OFF);
        return shorter(every.multipliedBy(1L << Math.min(failures, 20)), limit);
    }

    private Duration jittered(Duration delay) {
        return delay.plusMillis((long) (delay.toMillis() * MAX_JITTER * jitter.getAsDouble()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
