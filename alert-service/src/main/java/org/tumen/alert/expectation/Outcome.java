package org.tumen.alert.expectation;

import java.time.Instant;
import java.util.List;
import org.tumen.model.alert.Absence.Witness;
import org.tumen.model.alert.ArticleReference;

/** Everything that can come of looking at an expectation. */
sealed interface Outcome {

    /** Nothing can be said before this time. */
    record NotYet(Instant until) implements Outcome {}

    /** It was seen, as expected. */
    record Seen(ArticleReference article) implements Outcome {}

    /**
     * It was not seen.
     *
     * @param until up to when the witnesses were heard, their delays included
     * @param witnesses outlets that were alive
     */
    record Missed(Instant until, List<Witness> witnesses) implements Outcome {

        public Missed {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** Nobody can say, and nothing is told. */
    record Unknown(String why) implements Outcome {}
}
