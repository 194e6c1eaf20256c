package org.tumen.alert.index;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/**
 * A finding of the history, in an article that repeats no other: an item behind a point of the index.
 *
 * @param day on which the article appeared, UTC
 * @param voice whose word it is: an outlet's family, or the agency it credits
 * @param title null in rows from before titles were kept, as publisher and url are
 */
record Telling(
        LocalDate day,
        SignalId signal,
        Tier tier,
        Dyad dyad,
        Polarity polarity,
        Status status,
        double score,
        String voice,
        ArticleId article,
        Instant publishedAt,
        @Nullable String publisher,
        @Nullable String title,
        @Nullable URI url) {

    /** The sign of what it says: whether the two come closer or apart; 0 when that is open. */
    int sign() {
        return switch (polarity) {
            case CLOSER -> 1;
            case APART -> -1;
            case EITHER -> 0;
        };
    }
}
