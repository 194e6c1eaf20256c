package org.tumen.alert.history;

import java.time.DateTimeException;
import java.time.Instant;
import org.tumen.alert.history.ArticleList.Found;
import org.tumen.alert.problem.Problem;

/**
 * Where a finding stands in the list of all: what comes in front of it meanwhile moves nothing behind it.
 *
 * @param publishedAt of the article; findings of one moment are in the order of the other parts
 */
record FoundPlace(Instant publishedAt, String article, String signal, String giver, String receiver) {

    /** In front of all. */
    static final FoundPlace BEGINNING = new FoundPlace(Instant.parse("9999-12-31T00:00:00Z"), "", "", "", "");

    private static final int PARTS = 5;

    static FoundPlace of(Found found) {
        return new FoundPlace(found.publishedAt(), found.article(), found.signal(), found.giver(), found.receiver());
    }

    /**
     * The place that a cursor names.
     *
     * @param text empty for the beginning
     * @throws Problem when no list ever gave it
     */
    static FoundPlace read(String text) {
        if (text.isEmpty()) {
            return BEGINNING;
        }
        var parts = text.split(" ", -1);
        try {
            if (parts.length == PARTS) {
                return new FoundPlace(Instant.parse(parts[0]), parts[1], parts[2], parts[3], parts[4]);
            }
        } catch (DateTimeException _) {
            // Told below.
        }
        throw Problem.field("cursor", text, "the next of the page before, or none");
    }

    String text() {
        return String.join(" ", publishedAt.toString(), article, signal, giver, receiver);
    }
}
