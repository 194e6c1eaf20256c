package org.tumen.crawler.health;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/feeds}: every feed with its state, and how many are in each. */
@Component
@Endpoint(id = "feeds")
class FeedsEndpoint {

    private final FeedReports reports;

    FeedsEndpoint(FeedReports reports) {
        this.reports = reports;
    }

    @ReadOperation
    Answer feeds() {
        var all = reports.all();
        return new Answer(all, FeedReports.byState(all));
    }

    /** What the endpoint answers. */
    record Answer(List<FeedReports.FeedReport> feeds, Map<String, Long> byState) {}
}
