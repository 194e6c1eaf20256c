package org.tumen.alert.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When to try again. The shape is that of Standard Webhooks 1.0.0, section "Deliverability and reliability": about three
 * days in growing steps, each made longer by up to a part of itself, so that what failed together does not come back
 * together.
 *
 * @param pauses after the first failure, the second, and so on; after the last one it is over
 * @param jitter the most that is added, as a part of the pause, in [0, 1]
 */
record RetrySchedule(List<Duration> pauses, double jitter) {

    RetrySchedule {
        pauses = List.copyOf(pauses);
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter: " + jitter + " (expected: 0 to 1)");
        }
        for (var pause : pauses) {
            if (pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("retries: " + pause + " (expected: more than nothing)");
            }
        }
    }

    /**
     * The time of the next attempt.
     *
     * @param failures how many attempts have failed, this one included; at least 1
     * @param retryAfter what the peer asked for; null when nothing; a longer pause than ours is kept to, up to the longest of ours
     * @param chance in [0, 1)
     * @return empty when it is given up
     */
    Optional<Instant> next(int failures, @Nullable Duration retryAfter, Instant now, double chance) {
        if (failures > pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(failures - 1);
        if (retryAfter != null && retryAfter.compareTo(pause) > 0) {
            pause = shorter(retryAfter, longest());
        }
        return Optional.of(now.plus(pause).plusMillis((long) (pause.toMillis() * jitter * chance)));
    }

    private Duration longest() {
        return pauses.stream().max(Duration::compareTo).orElseThrow();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
