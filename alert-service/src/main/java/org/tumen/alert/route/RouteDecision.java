package org.tumen.alert.route;

import java.util.List;

/** Whether an assessment is for a subscription, and why. */
public sealed interface RouteDecision {

    /**
     * It is.
     *
     * @param findings those that are wanted, as zero-based places in the assessment, in its order
     * @param reason in words for the reader of the alert
     */
    record Routed(List<Integer> findings, String reason) implements RouteDecision {

        public Routed {
            findings = List.copyOf(findings);
        }
    }

    /** It is not. */
    record NotRouted(Reason reason) implements RouteDecision {}

    /** Why not: what the finding lacks that came nearest, in the order in which a filter asks. */
    enum Reason {
        NO_FINDINGS("nothing was found in the article"),
        OTHER_LANGUAGE("the article is in a language that is not wanted"),
        OTHER_SIGNAL("none of the signals found is wanted"),
        OTHER_DYAD("the wanted signals are between other actors"),
        OTHER_STATUS("the text holds it in another way than wanted"),
        SCORE_TOO_LOW("the score is below the least that is wanted");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For a person. */
        public String words() {
            return words;
        }
    }
}
