package org.tumen.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tumen.alert.RealParts;
import org.tumen.model.parts.AlsoInContainers;

/** In a schema of its own, so that the deliveries of other tests are not counted. */
@AlsoInContainers
class DeliveryGaugesIT {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final String SCHEMA = "gauges";

    private static final DriverManagerDataSource SOURCE =
            new DriverManagerDataSource(RealParts.jdbcUrl("postgres") + "&currentSchema=" + SCHEMA);
    private static final JdbcClient JDBC = JdbcClient.create(SOURCE);

    /** Held here: a registry holds what it measures by a weak reference. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable DeliveryGauges gauges;

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(SOURCE)
                .defaultSchema(SCHEMA)
                .schemas(SCHEMA)
                .load()
                .migrate();
    }

    @BeforeEach
    void empty() {
        JDBC.sql("truncate delivery, endpoint_off cascade").update();
    }

    @Test
    void countsWhatWaitsAndWhatWasGivenUp() {
        delivery("a", "email", "pending", NOON);
        delivery("b", "email", "dead", NOON);
        delivery("c", "email", "dead", NOON);
        delivery("d", "webhook", "held", NOON);
        delivery("e", "webhook", "delivered", NOON);
        JDBC.sql(
                        "insert into endpoint_off (subscription, target, since, reason, entry) values ('s', 't', now(), '', '')")
                .update();

        var meters = look(JDBC);

        assertThat(count(meters, "email", "pending")).isEqualTo(1);
        assertThat(count(meters, "email", "dead")).isEqualTo(2);
        assertThat(count(meters, "webhook", "held")).isEqualTo(1);
        assertThat(count(meters, "webhook", "dead")).isZero();
        assertThat(meters.get("tumen.alert.endpoints.off").gauge().value()).isEqualTo(1);
    }

    @Test
    void tellsHowLongTheFirstDeliveryThatWasNotTriedHasBeenDue() {
        delivery("tried", "webhook", "pending", NOON.minusSeconds(900));
        JDBC.sql(
                        "insert into attempt (delivery_id, number, at, outcome, answer) values ('tried', 1, now(), 'failed', '')")
                .update();
        delivery("untried", "webhook", "pending", NOON.minusSeconds(90));
        delivery("later", "email", "pending", NOON.plusSeconds(90));
        delivery("held", "email", "held", NOON.minusSeconds(300));

        assertThat(overdue(look(JDBC))).isEqualTo(90);
    }

    @Test
    void nothingIsOverdueWhenNothingWaits() {
        assertThat(overdue(look(JDBC))).isZero();
    }

    @Test
    void saysNothingWhileTheDatabaseIsAway() {
        var away = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");

        var meters = look(JdbcClient.create(away));

        assertThat(overdue(meters)).isNaN();
        assertThat(count(meters, "email", "dead")).isNaN();
    }

    private SimpleMeterRegistry look(JdbcClient jdbc) {
        var meters = new SimpleMeterRegistry();
        gauges = new DeliveryGauges(jdbc, Clock.fixed(NOON, ZoneOffset.UTC), meters);
        return meters;
    }

    private static double count(SimpleMeterRegistry meters, String channel, String state) {
        return meters.get("tumen.alert.deliveries")
                .tags("channel", channel, "state", state)
                .gauge()
                .value();
    }

    private static double overdue(SimpleMeterRegistry meters) {
        return meters.get("tumen.alert.deliveries.overdue").timeGauge().value();
    }

    private static void delivery(String id, String channel, String state, Instant due) {
        JDBC.sql("""
                insert into delivery (id, subscription, channel, target, state, created_at, due_at)
                values (:id, 'desk', :channel, 'somewhere', :state, :at, :at)""")
                .param("id", id)
                .param("channel", channel)
                .param("state", state)
                .param("at", Timestamp.from(due))
                .update();
    }
}
