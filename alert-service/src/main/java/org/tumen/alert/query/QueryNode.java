package org.tumen.alert.query;

import java.util.List;

/** A text query as it was read. */
sealed interface QueryNode {

    /** Where words are looked for. */
    enum Where {
        TITLE,
        TEXT,
        ANYWHERE
    }

    /** One word, which its language may cut into several. */
    record Word(String word, Where where, int place) implements QueryNode {}

    /** Every word that begins so. */
    record Prefix(String start, Where where, int place) implements QueryNode {}

    /**
     * Words beside each other.
     *
     * @param apart how many places they may be out of their order, as Lucene counts its slop; 0 for exactly so
     */
    record Phrase(String words, int apart, Where where, int place) implements QueryNode {}

    /** All of the first, and none of the second. */
    record All(List<QueryNode> wanted, List<QueryNode> unwanted) implements QueryNode {

        public All {
            wanted = List.copyOf(wanted);
            unwanted = List.copyOf(unwanted);
        }
    }

    /** At least one. */
    record Any(List<QueryNode> choices) implements QueryNode {

        public Any {
            choices = List.copyOf(choices);
        }
    }
}
