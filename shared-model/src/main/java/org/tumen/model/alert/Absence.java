package org.tumen.model.alert;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.feed.FeedId;

/**
 * What was expected on an occasion and was not seen, and the proof that it would have been: outlets that tell such things
 * were alive and published other articles meanwhile. An alert with an absence is Tumen's own account of it; its article
 * stands on no page.
 *
 * @param expectation the entry of the calendar of expectations
 * @param occasion what it belongs to, in words
 * @param day of the occasion, in its own year
 * @param expected what would have been told
 * @param dyad who would have acted towards whom
 * @param from when the watch began, UTC
 * @param until when it ended without it, the feeds' own delay included, UTC
 * @param witnesses the outlets that were alive
 * @param seen the article that told of it after all; null while none has
 */
public record Absence(
        String expectation,
        String occasion,
        LocalDate day,
        SignalId expected,
        Dyad dyad,
        Instant from,
        Instant until,
        List<Witness> witnesses,
        @Nullable ArticleReference seen) {

    public Absence {
        witnesses = List.copyOf(witnesses);
        if (witnesses.isEmpty()) {
            throw new IllegalArgumentException("witnesses: none (expected: the outlets that were alive)");
        }
    }

    /**
     * An outlet that would have told of it.
     *
     * @param feed which
     * @param publisher its name
     * @param articles how many it published during the watch, 1 or more
     * @param lastTitle of the last of them
     * @param lastUrl its address
     * @param lastAt when it appeared, UTC
     */
    public record Witness(FeedId feed, String publisher, int articles, String lastTitle, URI lastUrl, Instant lastAt) {

        public Witness {
            if (articles < 1) {
                throw new IllegalArgumentException("articles: " + articles + " (expected: 1 or more)");
            }
        }
    }
}
