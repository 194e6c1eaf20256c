package org.tumen.model.feed;

import java.net.URI;
import java.util.Locale;
import org.tumen.model.Event;

/** Something is to be fetched from a host. Requests for one host share a partition, so they are made one at a time. */
public sealed interface FetchRequested extends Event
        permits FeedPollRequested, PageFetchRequested, PageRefetchRequested {

    /** What to fetch: an absolute http or https address. */
    URI url();

    @Override
    default String key() {
        return url().getHost().toLowerCase(Locale.ROOT);
    }

    /** Refuses an address that names no host to fetch it from. */
    static void requireFetchable(URI url) {
        var scheme = url.getScheme();
        if (url.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("url: " + url + " (expected: an absolute http or https address)");
        }
    }
}
