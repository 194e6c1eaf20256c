package org.tumen.crawler.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tumen.model.feed.FeedState;

/** The number of feeds in each state, for the metrics: {@code tumen_crawler_feeds{state="failing"}}. */
@Component
class FeedGauges {

    /** All gauges of one reading share one look into the database. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final FeedReports reports;
    private Map<String, Long> byState = Map.of();
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
            byState = FeedReports.byState(reports.all());
            readAt = System.nanoTime();
        }
        return byState.getOrDefault(state, 0L);
    }
}
