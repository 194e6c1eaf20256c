package org.tumen.alert.route;

import java.util.List;
import org.tumen.model.assessment.Evidence;

/** Whether an article is for a subscription, and why. */
public sealed interface RouteDecision {

    /**
     * It is.
     *
     * @param findings those that are wanted, as zero-based places in the assessment, in its order; empty for one whose words
     *     alone are wanted
     * @param hits where the words of the text query stand; empty without one
     * @param reason in words for the reader of the alert
     */
    record Routed(List<Integer> findings, List<Evidence> hits, String reason) implements RouteDecision {

        public Routed {
            findings = List.copyOf(findings);
            hits = List.copyOf(hits);
        }
    }

    /**
     * It is not.
     *
     * @param words what exactly is otherwise, for a person
     */
    record NotRouted(Reason reason, String words) implements RouteDecision {}

    /** Why not: what the finding lacks that came nearest, in the order in which a filter asks. */
    enum Reason {
        NO_FINDINGS,
        OTHER_LANGUAGE,
        OTHER_SOURCE_KIND,
        OTHER_FAMILY,
        OTHER_FEED,
        TEXT_NOT_FOUND,
        OTHER_SIGNAL,
        OTHER_TIER,
        OTHER_DYAD,
        OTHER_LEFT_OUT,
        OTHER_STATUS,
        SCORE_TOO_LOW,
        NOT_SURPRISING,
        TOO_FEW_ORIGINS
    }
}
