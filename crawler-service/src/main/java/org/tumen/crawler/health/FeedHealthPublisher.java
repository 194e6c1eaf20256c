package org.tumen.crawler.health;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.RefusedFeed;
import org.tumen.crawler.publish.Publisher;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** Tells the world when the state of a feed changes. */
@Component
public class FeedHealthPublisher {

    private static final Logger log = LoggerFactory.getLogger(FeedHealthPublisher.class);

    /** A feed goes to and fro between these with every entry: that is no news. */
    private static final Set<FeedState> WELL = EnumSet.of(FeedState.HEALTHY, FeedState.UNCHANGED);

    private final Publisher publisher;
    private final FeedReports reports;

    FeedHealthPublisher(Publisher publisher, FeedReports reports) {
        this.publisher = publisher;
        this.reports = reports;
    }

    /** Publishes it if it is a change. Told twice with the same time it is the same event. */
    public void publishChange(FeedId feed, FeedState previous, FeedState state, Instant since, String reason) {
        if (previous == state || (WELL.contains(previous) && WELL.contains(state))) {
            return;
        }
        log.atInfo()
                .addKeyValue("feedId", feed)
                .addKeyValue("previous", previous)
                .addKeyValue("state", state)
                .addKeyValue("reason", reason)
                .log("Feed changed its state");
        publisher.publish(List.of(new FeedHealthChanged(feed, previous, state, since, reason)));
    }

    /**
     * Publishes that what was asked for is refused. A feed that stands in a file stays in its state, with this as the
     * reason. Told again it is the same event.
     */
    public void publishRefused(RefusedFeed refused) {
        var asked = refused.asked();
        log.atWarn()
                .addKeyValue("feedId", asked.feed())
                .addKeyValue("reason", refused.reason())
                .log("An added feed is refused");
        var state = reports.stateOf(asked.feed());
        publisher.publish(List.of(new FeedHealthChanged(asked.feed(), state, state, asked.at(), refused.reason())));
    }
}
