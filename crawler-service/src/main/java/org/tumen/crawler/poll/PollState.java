package org.tumen.crawler.poll;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.FeedState;

/**
 * What is kept of a feed between polls.
 *
 * @param url the address that the rest was learnt at
 * @param state how it is doing
 * @param since when it came into that state
 * @param reason why, for an operator
 * @param done when the last finished poll was due; null before the first
 * @param nextPoll not before this
 * @param failures polls in a row that went wrong
 * @param bodyHash of the last readable answer; null before the first
 * @param lastFresh when it last had a new entry; null before the first
 * @param learnt for its schedule
 * @param move where it is, if not at that address
 */
record PollState(
        URI url,
        FeedState state,
        Instant since,
        String reason,
        @Nullable Instant done,
        Instant nextPoll,
        int failures,
        Validators validators,
        @Nullable String bodyHash,
        @Nullable Instant lastFresh,
        Learnt learnt,
        Move move) {

    /** A feed that has not been polled at this address. */
    static PollState fresh(URI url, Instant now) {
        return new PollState(
                url,
                FeedState.NEW,
                now,
                "configured, not polled yet",
                null,
                now,
                0,
                Validators.NONE,
                null,
                null,
                Learnt.NOTHING,
                Move.NONE);
    }

    /** The polls of a former address are done; nothing else of it counts. */
    PollState after(PollState former) {
        return new PollState(
                url,
                state,
                since,
                reason,
                former.done,
                nextPoll,
                failures,
                validators,
                bodyHash,
                lastFresh,
                learnt,
                move);
    }

    /** Where it is asked for. */
    URI address() {
        return move.to() == null ? url : move.to();
    }

    /** Whether the poll that was due at that time has been made already. */
    boolean isDone(Instant due) {
        return done != null && !due.isAfter(done);
    }

    /** The same with another state; it keeps its time when it is the same state. */
    PollState as(FeedState next, String why, Instant when) {
        return new PollState(
                url,
                next,
                next == state ? since : when,
                why,
                done,
                nextPoll,
                failures,
                validators,
                bodyHash,
                lastFresh,
                learnt,
                move);
    }

    PollState polled(Instant due, int failuresSoFar, Instant next) {
        return new PollState(
                url, state, since, reason, due, next, failuresSoFar, validators, bodyHash, lastFresh, learnt, move);
    }

    PollState with(Validators newValidators) {
        return new PollState(
                url, state, since, reason, done, nextPoll, failures, newValidators, bodyHash, lastFresh, learnt, move);
    }

    PollState read(PollOutcome.Read read, Instant now) {
        return new PollState(
                url,
                state,
                since,
                reason,
                done,
                nextPoll,
                failures,
                read.validators(),
                read.bodyHash(),
                read.fresh() > 0 ? now : lastFresh,
                learnt.from(read, now),
                move);
    }

    PollState readNothingNew(Instant now) {
        return new PollState(
                url,
                state,
                since,
                reason,
                done,
                nextPoll,
                failures,
                validators,
                bodyHash,
                lastFresh,
                learnt.fromNothingNew(now),
                move);
    }

    PollState moved(Move next) {
        return new PollState(
                url, state, since, reason, done, nextPoll, failures, validators, bodyHash, lastFresh, learnt, next);
    }
}
