package org.tumen.crawler.websub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.FeedId;

/**
 * The subscription of one feed at one hub.
 *
 * @param since when it came into that state
 * @param reason why, for an operator
 * @param leaseEnds until when the hub pushes; null when it never verified it
 * @param attempts requests in a row that the hub did not verify
 * @param missed polls in a row that found what the hub had not pushed
 * @param lastPush null before the first
 */
record Subscription(
        Terms terms,
        SubscriptionState state,
        Instant since,
        String reason,
        @Nullable Instant leaseEnds,
        int attempts,
        int missed,
        @Nullable Instant lastPush) {

    /** One may be an entry that the poll was a moment faster for. */
    private static final int TOLERATED_MISSES = 1;

    /** A hub that does not come back to verify is asked again after this, then twice as long, and so on. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** When a hub that refused or fell silent is asked again. */
    private static final Duration SECOND_CHANCE = Duration.ofDays(1);

    /** A renewal leaves this part of the lease for further attempts. */
    private static final double RENEWED_AT = 0.8;

    static Subscription fresh(Terms terms, Instant now) {
        return new Subscription(terms, SubscriptionState.REQUESTED, now, "not asked for yet", null, 0, 0, null);
    }

    FeedId feed() {
        return terms.feed();
    }

    HubOffer offer() {
        return terms.offer();
    }

    boolean isLive(Instant now) {
        return state == SubscriptionState.VERIFIED && leaseEnds != null && now.isBefore(leaseEnds);
    }

    /** The hub was asked; what it will do shows when it comes back. While a lease lasts a renewal changes nothing. */
    Subscription asked(String answer, Instant now) {
        var next = state == SubscriptionState.ENDING || isLive(now) ? state : SubscriptionState.REQUESTED;
        return as(next, answer, now).with(attempts + 1, missed);
    }

    /** The hub came back to verify it. */
    Subscription verified(Duration lease, Instant now) {
        return new Subscription(
                terms,
                SubscriptionState.VERIFIED,
                state == SubscriptionState.VERIFIED ? since : now,
                "verified by the hub",
                now.plus(lease),
                0,
                0,
                lastPush);
    }

    Subscription denied(String why, Instant now) {
        return as(SubscriptionState.DENIED, why, now).with(0, 0);
    }

    Subscription ending(String why, Instant now) {
        return state == SubscriptionState.ENDING
                ? this
                : as(SubscriptionState.ENDING, why, now).with(0, 0);
    }

    Subscription pushed(Instant now) {
        return new Subscription(terms, state, since, reason, leaseEnds, attempts, 0, now);
    }

    /** A poll found new entries that had not been pushed. */
    Subscription missed(Instant now) {
        return missed < TOLERATED_MISSES
                ? with(attempts, missed + 1)
                : as(SubscriptionState.SILENT, "polls found entries that the hub had not pushed", now)
                        .with(0, 0);
    }

    /** When the next step is due, after one that was made now. */
    Instant nextStep(Instant now) {
        var pause = attempts == 0 ? FIRST_PAUSE : FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        var again = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return switch (state) {
            case REQUESTED, ENDING -> again;
            case DENIED, SILENT -> now.plus(SECOND_CHANCE);
            case VERIFIED -> attempts == 0 ? renewal(now) : earlier(again, leaseEnds);
        };
    }

    private Instant renewal(Instant now) {
        return leaseEnds == null
                ? now
                : now.plusMillis((long) (Duration.between(now, leaseEnds).toMillis() * RENEWED_AT));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private Subscription as(SubscriptionState next, String why, Instant now) {
        return new Subscription(terms, next, next == state ? since : now, why, leaseEnds, attempts, missed, lastPush);
    }

    private Subscription with(int newAttempts, int newMissed) {
        return new Subscription(terms, state, since, reason, leaseEnds, newAttempts, newMissed, lastPush);
    }

    /**
     * What does not change while it lasts.
     *
     * @param token the last part of its callback address, which nobody can guess
     * @param secret by which the hub signs what it pushes
     * @param callback the whole address
     */
    record Terms(FeedId feed, HubOffer offer, String token, String secret, URI callback) {}
}
