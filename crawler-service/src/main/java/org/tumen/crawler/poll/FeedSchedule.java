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
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.poll.PollOutcome.Failed;
import org.tumen.crawler.poll.PollOutcome.Gone;
import org.tumen.crawler.poll.PollOutcome.Read;
import org.tumen.crawler.poll.PollOutcome.Throttled;
import org.tumen.crawler.poll.PollOutcome.Unchanged;
import org.tumen.crawler.rhythm.Jitter;
import org.tumen.crawler.rhythm.Pace;

/**
 * Decides what a poll means for a feed: its state, and when it is due again.
 *
 * @param every the feed's own interval, which is kept to but for its jitter; null when its rhythm decides
 * @param pace what its rhythm means for its interval
 * @param safety how often a feed is looked at all the same whose new entries a hub pushes; null when none does
 * @param jitter in [0, 1), the chance in every delay, as {@link Jitter} says
 */
record FeedSchedule(
        @Nullable Duration every, Pace pace, @Nullable Duration safety, DoubleSupplier jitter) {

    /** The first pause after a failure where the rhythm decides: most trouble is over by then. */
    private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(10);

    /** The longest back-off after failures: the day is not over before a feed that is back is noticed. */
    private static final Duration MAX_BACK_OFF = Duration.ofHours(4);
    /** The longest that a server's word is taken for: 24 h, as most feed readers cap it. */
    private static final Duration MAX_PAUSE = Duration.ofHours(24);

    /** Two missed days in a row of an outlet that has news every day, or ten times the feed's own rhythm. */
    private static final Duration MIN_QUIET = Duration.ofDays(2);

    private static final int QUIET_RHYTHMS = 10;

    /** @param safety the interval of a feed that a hub pushes; null when none does */
    static FeedSchedule of(FeedConfig feed, Pace pace, @Nullable Duration safety) {
        return new FeedSchedule(feed.every(), pace, safety, ThreadLocalRandom.current()::nextDouble);
    }

    /**
     * The state after a poll.
     *
     * @param due when the poll was due; the next one is counted from there, so that polls do not drift
     */
    PollState next(PollState state, PollOutcome outcome, Instant due, Instant now) {
        return switch (outcome) {
            case Read read -> {
                var next = afterRead(state, read, now);
                yield next.polled(due, 0, regular(next, due, read.freshFor(), now));
            }
            case Unchanged unchanged -> {
                var next = unchanged(state.readNothingNew(now), now).with(unchanged.validators());
                yield next.polled(due, 0, regular(next, due, unchanged.freshFor(), now));
            }
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
        var rhythm = state.learnt().rhythm();
        var patience = rhythm == null ? MIN_QUIET : longer(MIN_QUIET, rhythm.multipliedBy(QUIET_RHYTHMS));
        var lastFresh = state.seen().lastFresh();
        return lastFresh != null && now.isAfter(lastFresh.plus(patience))
                ? state.as(QUIET, "no new entry since " + lastFresh, now)
                : state.as(UNCHANGED, "nothing new", now);
    }

    /** Not before the server and the feed itself want it, within a day. */
    private Instant regular(PollState state, Instant due, Duration freshFor, Instant now) {
        var wishes = state.learnt().wishes();
        var asked = shorter(longer(longer(freshFor, wishes.ttl()), expectedUpdate(state)), MAX_PAUSE);
        var wanted = every == null
                ? now.plus(jittered(longer(pace.interval(state.learnt().patternOr(now), now), asked)))
                : steady(due, jittered(longer(every, asked)), now, jittered(every));
        var latest = now.plus(longer(MAX_PAUSE, interval()));
        var allowed = wishes.outsideOfSkipped(safety == null ? wanted : later(wanted, now.plus(jittered(safety))));
        return allowed.isAfter(latest) ? latest : allowed;
    }

    /** Blog software writes {@code hourly} into every feed unasked; it counts where asking again has a price. */
    private static Duration expectedUpdate(PollState state) {
        return state.validators().equals(Validators.NONE)
                ? state.learnt().wishes().updateEvery()
                : Duration.ZERO;
    }

    private static Instant steady(Instant due, Duration interval, Instant now, Duration every) {
        var wanted = due.plus(interval);
        return wanted.isBefore(now) ? now.plus(every) : wanted;
    }

    private Duration pause(PollState state, Throttled throttled) {
        var asked = throttled.retryAfter();
        return jittered(asked == null ? backOff(state.failures()) : longer(interval(), shorter(asked, MAX_PAUSE)));
    }

    private Duration backOff(int failures) {
        var limit = longer(interval(), MAX_BACK_OFF);
        return shorter(interval().multipliedBy(1L << Math.min(failures, 20)), limit);
    }

    private Duration interval() {
        return every == null ? FIRST_BACK_OFF : every;
    }

    private Duration jittered(Duration delay) {
        return new Jitter(jitter).on(delay);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
