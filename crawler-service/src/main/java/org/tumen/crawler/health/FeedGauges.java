package org.tumen.crawler.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.tumen.model.feed.FeedState;

/** The number of feeds in each state, for the metrics: {@code tumen_crawler_feeds{state="failing"}}. */
@Component
class FeedGauges {

    private static final Logger log = LoggerFactory.getLogger(FeedGauges.class);

    /** All gauges of one reading share one look into the database, and one wait for a database that is away. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final FeedReports reports;
    /** Null while the database is away. */
    private @Nullable Map<String, Long> byState;

    private long readAt = System.nanoTime() - KEPT.toNanos();

    FeedGauges(FeedReports reports, MeterRegistry meters) {
        this.reports = reports;
        for (var state : FeedState.values()) {
            var name = state.name().toLowerCase(Locale.ROOT);
            Gauge.builder("tumen.crawler.feeds", this, gauges -> gauges.count(name))
                    .tag("state", name)
                    .register(meters);
        }
    }

    private synchronized double count(String state) {
        if (System.nanoTime() - readAt >= KEPT.toNanos()) {
            byState = look();
            readAt = System.nanoTime();
        }
        return byState == null ? Double.NaN : byState.getOrDefault(state, 0L);
    }

    private @Nullable Map<String, Long> look() {
        try {
            return FeedReports.byState(reports.all());
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("No look at the feeds");
            return null;
        }
    }
}
