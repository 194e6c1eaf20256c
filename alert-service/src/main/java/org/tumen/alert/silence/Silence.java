package org.tumen.alert.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.timing.Due.Muted;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;

/**
 * Alerts that are not to be sent for a time.
 *
 * @param id {@code silence-} and 32 hex digits
 * @param startsAt from when on
 * @param endsAt until when; null for one that ends when its story has come to rest
 * @param resolvedAfterHours it ends when its one story has had no news for so long; null for one that ends at a time
 * @param author who says so
 * @param comment why
 * @param deliverAfter whether what it kept is sent at its end
 * @param newsAt when its story last had news, or it was made
 * @param endedAt when it was ended before its time; null when it was not
 * @param endedWhy by whom or by what
 */
record Silence(
        String id,
        Matchers matchers,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer resolvedAfterHours,
        String author,
        String comment,
        boolean deliverAfter,
        Instant createdAt,
        Instant newsAt,
        @Nullable Instant endedAt,
        @Nullable String endedWhy) {

    /** When it ends if nothing comes between. */
    Instant end() {
        if (endedAt != null) {
            return endedAt;
        }
        if (endsAt != null) {
            return endsAt;
        }
        return newsAt.plus(Duration.ofHours(resolvedAfterHours == null ? 0 : resolvedAfterHours));
    }

    /** {@code silence-…: signals: treaty-move, until 2026-12-01T12:00:00Z, says Min: the festival}. */
    String inWords() {
        return id + ": " + matchers.inWords() + ", until " + end() + ", says " + author + ": " + comment;
    }

    boolean isActive(Instant now) {
        return !now.isBefore(startsAt) && now.isBefore(end());
    }

    /** Whether it ends with this story. */
    boolean awaitsRestOf(StoryId story) {
        return resolvedAfterHours != null
                && matchers.stories() != null
                && matchers.stories().contains(story);
    }

    /** What it says to an alert as one subscription is shown it; empty when it does not cover it. */
    Optional<Muted> muting(AlertRaised shown, SubscriptionId subscription) {
        return matchers.fit(shown, subscription)
                ? Optional.of(new Muted(
                        id, deliverAfter ? end() : null, "silenced by " + id + " of " + author + ": " + comment))
                : Optional.empty();
    }
}
