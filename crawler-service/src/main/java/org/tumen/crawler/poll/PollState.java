package org.tumen.crawler.poll;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.FeedState;

/**
 * What is kept of a feed between polls.
 *
 * @param url the address that the rest was learnt at
 * @param learnt for its schedule
 * @param move where it is, if not at that address
 */
record PollState(URI url, Standing standing, Turns turns, Seen seen, Learnt learnt, Move move) {

    /** A feed that has not been polled at this address. */
    static PollState fresh(URI url, Instant now) {
        return new PollState(
                url,
                new Standing(FeedState.NEW, now, "configured, not polled yet"),
                new Turns(null, now, 0),
                Seen.NOTHING,
                Learnt.NOTHING,
                Move.NONE);
    }

    /** The polls of a former address are done; nothing else of it counts. */
    PollState after(PollState former) {
        return with(new Turns(former.turns.done(), turns.next(), turns.failures()));
    }

    /** Where it is asked for. */
    URI address() {
        return move.to() == null ? url : move.to();
    }

    FeedState state() {
        return standing.state();
    }

    int failures() {
        return turns.failures();
    }

    Validators validators() {
        return seen.validators();
    }

    @Nullable
    String bodyHash() {
        return seen.bodyHash();
    }

    PollState as(FeedState next, String why, Instant when) {
        return new PollState(url, standing.as(next, why, when), turns, seen, learnt, move);
    }

    PollState dueAt(Instant next) {
        return with(new Turns(turns.done(), next, turns.failures()));
    }

    PollState polled(Instant due, int failuresSoFar, Instant next) {
        return with(new Turns(due, next, failuresSoFar));
    }

    PollState with(Validators newValidators) {
        return new PollState(url, standing, turns, seen.with(newValidators), learnt, move);
    }

    PollState read(PollOutcome.Read read, Instant now) {
        return new PollState(url, standing, turns, seen.read(read, now), learnt.from(read, now), move);
    }

    PollState readNothingNew(Instant now) {
        return new PollState(url, standing, turns, seen, learnt.fromNew(List.of(), now), move);
    }

    /** New entries came without a poll. */
    PollState pushed(List<Instant> freshDates, Instant now) {
        return new PollState(url, standing, turns, seen.freshAt(now), learnt.fromNew(freshDates, now), move);
    }

    PollState moved(Move next) {
        return new PollState(url, standing, turns, seen, learnt, next);
    }

    private PollState with(Turns newTurns) {
        return new PollState(url, standing, newTurns, seen, learnt, move);
    }
}
