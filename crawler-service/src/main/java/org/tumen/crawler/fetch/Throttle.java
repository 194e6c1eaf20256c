package org.tumen.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.RetryAfter;

/** Tells for how long the whole host is to be left alone after an answer that asks for a pause. */
final class Throttle {

    /** The longest that a server's word is taken for, as most feed readers cap it. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** For a 429 that does not say how long. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private Throttle() {}

    /** For how long; empty when it does not ask for that. */
    static Optional<Duration> in(Answered answered, Instant now) {
        return RetryAfter.isAskedBy(answered, now)
                ? Optional.of(capped(RetryAfter.in(answered.headers(), now).orElse(UNSAID)))
                        .filter(Duration::isPositive)
                : Optional.empty();
    }

    private static Duration capped(Duration asked) {
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
