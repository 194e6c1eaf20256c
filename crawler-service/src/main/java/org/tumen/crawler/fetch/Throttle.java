package org.tumen.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tumen.http.HttpOutcome.Answered;
import org.tumen.http.RetryAfter;

/**
 * Tells when an answer asks for the whole host to be left alone: 429 (RFC 6585 section 4), and 503 that says for how
 * long (RFC 9110 section 15.6.4).
 */
final class Throttle {

    /** The longest that a server's word is taken for, as most feed readers cap it. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** For a 429 that does not say how long. */
    private static final Duration UNSAID = Duration.ofMinutes(1);

    private Throttle() {}

    /** For how long; empty when it does not ask for that. */
    static Optional<Duration> in(Answered answered, Instant now) {
        var asked = RetryAfter.in(answered.headers(), now);
        return switch (answered.status()) {
            case 429 -> Optional.of(capped(asked.orElse(UNSAID))).filter(Duration::isPositive);
            case 503 -> asked.map(Throttle::capped).filter(Duration::isPositive);
            default -> Optional.empty();
        };
    }

    private static Duration capped(Duration asked) {
        return asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
    }
}
