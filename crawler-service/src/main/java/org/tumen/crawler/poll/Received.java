package org.tumen.crawler.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.websub.HubOffer;

/**
 * What came of a request, or of a document that was pushed.
 *
 * @param entries those that are new
 * @param offer who would push the feed; null when nobody, or when there is no document to tell
 */
record Received(
        PollOutcome outcome,
        List<NewEntry> entries,
        @Nullable HubOffer offer) {

    Received {
        entries = List.copyOf(entries);
    }

    static Received nothing(PollOutcome outcome) {
        return new Received(outcome, List.of(), null);
    }
}
