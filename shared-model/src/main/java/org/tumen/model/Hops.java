package org.tumen.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an article passed each hop on its way to a reader. Every event carries the times so far, so that the latency of
 * each hop can be told at the end of the way. All times are UTC.
 *
 * @param published when the publisher says that it appeared; null when neither feed nor page tells
 * @param discovered when the crawler first saw its entry in a feed
 * @param fetched when its page was fetched and extracted; null before
 * @param assessed when it was scored; null before
 * @param alerted when it was matched to subscriptions; null before
 * @param delivered when the mail server or the webhook accepted the alert; null before
 */
public record Hops(
        @Nullable Instant published,
        Instant discovered,
        @Nullable Instant fetched,
        @Nullable Instant assessed,
        @Nullable Instant alerted,
        @Nullable Instant delivered) {

    /** One hop, in the order of the way. */
    public enum Hop {
        PUBLISHED,
        DISCOVERED,
        FETCHED,
        ASSESSED,
        ALERTED,
        DELIVERED
    }

    public static Hops discovered(@Nullable Instant published, Instant discovered) {
        return new Hops(published, discovered, null, null, null, null);
    }

    public Hops published(@Nullable Instant published) {
        return new Hops(published, discovered, fetched, assessed, alerted, delivered);
    }

    public Hops fetched(Instant fetched) {
        return new Hops(published, discovered, fetched, assessed, alerted, delivered);
    }

    public Hops assessed(Instant assessed) {
        return new Hops(published, discovered, fetched, assessed, alerted, delivered);
    }

    public Hops alerted(Instant alerted) {
        return new Hops(published, discovered, fetched, assessed, alerted, delivered);
    }

    public Hops delivered(Instant delivered) {
        return new Hops(published, discovered, fetched, assessed, alerted, delivered);
    }

    /**
     * The time between two hops.
     *
     * @return empty when one of the two has not been passed; negative when the clocks of two machines, or a
     *     publisher's date, disagree
     */
    public Optional<Duration> between(Hop from, Hop to) {
        var start = at(from);
        var end = at(to);
        return start == null || end == null ? Optional.empty() : Optional.of(Duration.between(start, end));
    }

    /** When this hop was passed; null when it has not been. */
    public @Nullable Instant at(Hop hop) {
        return switch (hop) {
            case PUBLISHED -> published;
            case DISCOVERED -> discovered;
            case FETCHED -> fetched;
            case ASSESSED -> assessed;
            case ALERTED -> alerted;
            case DELIVERED -> delivered;
        };
    }
}
