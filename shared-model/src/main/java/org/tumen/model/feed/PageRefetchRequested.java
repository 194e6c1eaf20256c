package org.tumen.model.feed;

import java.net.URI;
import org.tumen.model.Hops;

/**
 * A page that became an article some time ago is to be fetched again, to see whether it was edited or taken down.
 *
 * @param source the outlet, as it was named on the article
 * @param article the canonical address of the article
 * @param url where its page was found
 * @param entry what the feed said of it
 * @param round 1 for the first look after the article was published, then counting up
 * @param attempt 1, then counting up while the host does not answer
 * @param hops of the article's first revision
 */
public record PageRefetchRequested(
        Source source, URI article, URI url, FeedEntry entry, int round, int attempt, Hops hops)
        implements FetchRequested {

    public PageRefetchRequested {
        FetchRequested.requireFetchable(url);
        if (round < 1) {
            throw new IllegalArgumentException("round: " + round + " (expected: 1 or more)");
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt: " + attempt + " (expected: 1 or more)");
        }
    }

    @Override
    public String eventId() {
        return source.feed() + " " + entry.id() + " round " + round + " attempt " + attempt;
    }
}
