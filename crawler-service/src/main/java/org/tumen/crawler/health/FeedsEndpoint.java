package org.tumen.crawler.health;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.Feeds;

/** {@code GET /actuator/feeds}: every feed with its state, how many are in each, and what is wrong in their files. */
@Component
@Endpoint(id = "feeds")
class FeedsEndpoint {

    private final FeedReports reports;
    private final Feeds configured;

    FeedsEndpoint(FeedReports reports, Feeds configured) {
        this.reports = reports;
        this.configured = configured;
    }

    @ReadOperation
    Answer feeds() {
        var all = reports.all();
        return new Answer(all, FeedReports.byState(all), configured.faults());
    }

    /**
     * What the endpoint answers.
     *
     * @param faults of the feed files, each with file, line, field and what is allowed
     */
    record Answer(List<FeedReports.FeedReport> feeds, Map<String, Long> byState, List<String> faults) {}
}
