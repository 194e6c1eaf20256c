package org.tumen.classifier.opinion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reads a text and says whether it tells what the catalogue found in it. It may be slow, wrong, gone, or
 * speak for the text's author: nothing is taken from it but one word for each claim, and that word moves a score within a
 * band. Safe for use by many threads.
 */
interface SecondOpinion {

    /** Among the contributions of a score. */
    String name();

    /** Part of the name of this way of looking; another model gets another one. Letters, digits, {@code .}, {@code _}, {@code -}. */
    String version();

    /** Never throws for anything that somebody else did or failed to do, and takes a bounded time. */
    Outcome ask(Question question);

    /** What came of it. */
    sealed interface Outcome {

        /**
         * As many answers as there are claims, in their order.
         *
         * @param answers what they rest on is not yet looked at
         */
        record Answered(List<Answer> answers) implements Outcome {

            public Answered {
                answers = List.copyOf(answers);
            }
        }

        /** Nothing was heard that could be used: the findings stand. */
        record Unanswered(Reason reason) implements Outcome {}
    }

    /** Why nothing was heard; told by the metrics. */
    enum Reason {
        /** It is left alone for a while, after failures or because it has cost too much time. */
        RESTING,
        TIMED_OUT,
        /** No connection, or one that broke or brought more than an answer can be long. */
        UNREACHABLE,
        RATE_LIMITED,
        /** By another HTTP status than 200 and 429. */
        REFUSED,
        /** Not in the one form that is read. */
        MALFORMED,
        /** The service stops. */
        INTERRUPTED
    }

    /** Whether the text tells a claim. */
    enum Verdict {
        TOLD,
        NOT_TOLD,
        UNSURE
    }

    /**
     * On one claim.
     *
     * @param quote words that should stand in what was shown; null when none are given
     */
    record Answer(Verdict verdict, @Nullable String quote) {}
}
