package org.tumen.alert.trial;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tumen.alert.access.Caller;
import org.tumen.alert.problem.Problem;
import org.tumen.model.feed.FeedListing;
import org.tumen.model.feed.FeedTrialRequested;

/** Asks for trials, for the page and for programs. Which addresses may be reached is the crawler's to say. */
@Service
class TrialRequests {

    private static final int LONGEST_ADDRESS = 2_000;

    private final FeedTrials trials;
    private final Clock clock;

    TrialRequests(FeedTrials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @param url of a feed, or of a page that names or lists its entries
     * @param listing how they are found on a page; null for a feed
     * @throws Problem 400 when that is no address
     */
    Trial ask(@Nullable String url, @Nullable FeedListing listing, Caller caller) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var request = new FeedTrialRequested(UUID.randomUUID().toString(), address(url), listing, caller.name(), now);
        trials.ask(request);
        return new Trial(request, null);
    }

    /** @throws Problem 404 for one that was not asked for, or the day before yesterday */
    Trial find(String id) {
        return trials.find(id).orElseThrow(() -> Problem.missing("nothing is known of a trial " + id));
    }

    private static URI address(@Nullable String url) {
        try {
            var address = new URI(url == null ? "" : url.strip());
            var scheme = address.getScheme();
            if (address.getHost() != null
                    && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                    && address.toString().length() <= LONGEST_ADDRESS) {
                return address;
            }
        } catch (URISyntaxException _) {
            // Told below.
        }
        throw Problem.field("url", url, "an absolute http or https address of at most 2,000 characters");
    }
}
