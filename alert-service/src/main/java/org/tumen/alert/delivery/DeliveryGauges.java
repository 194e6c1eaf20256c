package org.tumen.alert.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Delivery.State;

/**
 * For the metrics: deliveries that wait or are dead, for how long the first of those not tried yet has been due, and webhooks
 * that are off. They are NaN while the database is away.
 */
@Component
class DeliveryGauges {

    private static final Logger log = LoggerFactory.getLogger(DeliveryGauges.class);

    /** All gauges of one reading share one look into the database, and one wait for a database that is away. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** The others only grow, and are counted as attempts. */
    private static final List<State> COUNTED = List.of(State.HELD, State.PENDING, State.DEAD);

    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Look last;
    private long lookedAt = System.nanoTime() - KEPT.toNanos();

    DeliveryGauges(JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (var channel : List.of(Deliveries.EMAIL, Deliveries.WEBHOOK)) {
            for (var state : COUNTED) {
                var place = new Place(channel, state);
                Gauge.builder("tumen.alert.deliveries", this, of -> of.value(look -> look.count(place)))
                        .description("deliveries that wait or were given up")
                        .tags("channel", channel, "state", state.word())
                        .register(meters);
            }
        }
        TimeGauge.builder("tumen.alert.deliveries.overdue", this, TimeUnit.SECONDS, of -> of.value(Look::overdue))
                .description("for how long the first delivery that was not tried once has been due")
                .register(meters);
        Gauge.builder("tumen.alert.endpoints.off", this, of -> of.value(Look::endpointsOff))
                .description("webhooks that are not called any more")
                .register(meters);
    }

    private record Place(String channel, State state) {}

    /**
     * What a look found.
     *
     * @param overdue seconds
     */
    private record Look(Map<Place, Long> counts, double overdue, long endpointsOff) {

        double count(Place place) {
            return counts.getOrDefault(place, 0L);
        }
    }

    private synchronized double value(ToDoubleFunction<Look> what) {
        if (System.nanoTime() - lookedAt >= KEPT.toNanos()) {
            last = look();
            lookedAt = System.nanoTime();
        }
        return last == null ? Double.NaN : what.applyAsDouble(last);
    }

    private @Nullable Look look() {
        try {
            return new Look(counts(), overdue(), endpointsOff());
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("No look at the deliveries");
            return null;
        }
    }

    private Map<Place, Long> counts() {
        var counts = new HashMap<Place, Long>();
        jdbc.sql("""
                select channel, state, count(*) as amount from delivery
                where state in ('held', 'pending', 'dead') group by channel, state""").query(row -> {
            counts.put(new Place(row.getString("channel"), State.of(row.getString("state"))), row.getLong("amount"));
        });
        return counts;
    }

    private double overdue() {
        return jdbc.sql("""
                select min(coalesce(due_at, created_at)) as since from delivery d
                where state = 'pending' and not exists (select from attempt where delivery_id = d.id)""")
                .query((row, _) -> seconds(row.getObject("since", OffsetDateTime.class)))
                .single();
    }

    private double seconds(@Nullable OffsetDateTime since) {
        return since == null
                ? 0
                : Math.max(
                        0, Duration.between(since.toInstant(), clock.instant()).toMillis() / 1000.0);
    }

    private long endpointsOff() {
        return jdbc.sql("select count(*) from endpoint_off").query(Long.class).single();
    }
}
