package org.tumen.crawler.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.Wishes;

/** Everything that can come of one poll of a feed. */
sealed interface PollOutcome {

    /**
     * A feed that can be read.
     *
     * @param entries how many it has
     * @param fresh how many of them were not seen before
     * @param rhythm the mean time between its entries; null when they have no dates
     * @param dates of all its entries, as far as they have one
     * @param freshDates of those that are new
     * @param wishes about when it may be asked for again
     * @param freshFor how long the server says that the answer stays good; zero when it says nothing
     */
    record Read(
            int entries,
            int fresh,
            Validators validators,
            String bodyHash,
            @Nullable Duration rhythm,
            List<Instant> dates,
            List<Instant> freshDates,
            Wishes wishes,
            Duration freshFor)
            implements PollOutcome {

        public Read {
            dates = List.copyOf(dates);
            freshDates = List.copyOf(freshDates);
        }
    }

    /** 304, or the very bytes of last time. */
    record Unchanged(Validators validators, Duration freshFor) implements PollOutcome {}

    /**
     * The host asked for a pause: 429, or 503 with Retry-After (RFC 9110 section 10.2.3).
     *
     * @param retryAfter null when it does not say how long
     */
    record Throttled(@Nullable Duration retryAfter, String reason) implements PollOutcome {}

    /** Worth another try: time-outs, errors of the server, a page that is no feed. */
    record Failed(String reason) implements PollOutcome {}

    /** Settled: 410. */
    record Gone(String reason) implements PollOutcome {}
}
