package org.tumen.alert.raise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.envelope.TraceParent;
import org.tumen.model.json.EventJson;

/** The alerts that were raised, in the order of their raising. */
@Repository
public class Alerts {

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alert with its place in the order of raising, the cursor of every list. */
    public record Placed(long position, Alert alert) {}

    /**
     * Keeps an alert, once.
     *
     * @return false when there is one on this article already; then nothing has changed
     */
    public boolean add(Alert alert) {
        var event = alert.event();
        return jdbc.sql("""
                        insert into alert (id, article_id, raised_at, text, event, trace)
                        values (:id, :article, :raisedAt, :text, :event::jsonb, :trace)
                        on conflict do nothing""")
                        .param("id", event.id().value())
                        .param("article", event.article().id().value())
                        .param("raisedAt", OffsetDateTime.ofInstant(raisedAt(event), ZoneOffset.UTC))
                        .param("text", StorableText.of(alert.text()))
                        .param("event", StorableText.json(event))
                        .param("trace", alert.trace().value())
                        .update()
                == 1;
    }

    /**
     * Keeps to whom an alert goes.
     *
     * @param findings those that the subscription wanted, zero-based in the alert
     */
    public void addRoute(AlertId alert, SubscriptionId subscription, String reason, List<Integer> findings) {
        jdbc.sql("""
                insert into route (alert_id, subscription, reason, findings)
                values (:alert, :subscription, :reason, :findings)""")
                .param("alert", alert.value())
                .param("subscription", subscription.value())
                .param("reason", reason)
                .param("findings", findings.toArray(Integer[]::new))
                .update();
    }

    public Optional<Placed> find(AlertId id) {
        return jdbc.sql("select position, event, text, trace from alert where id = :id")
                .param("id", id.value())
                .query(Alerts::placed)
                .optional();
    }

    /** The alert as one subscription is shown it. */
    public Optional<Alert> seenBy(AlertId id, SubscriptionId subscription) {
        return jdbc.sql("""
                select a.position, a.event, a.text, a.trace, r.reason, r.findings
                from alert a join route r on r.alert_id = a.id
                where a.id = :id and r.subscription = :subscription""")
                .param("id", id.value())
                .param("subscription", subscription.value())
                .query((row, number) -> placed(row, number)
                        .alert()
                        .seenBy(subscription, row.getString("reason"), List.of((Integer[])
                                row.getArray("findings").getArray())))
                .optional();
    }

    /** Newest first, older than the given place. */
    public List<Placed> before(long position, int limit) {
        return jdbc.sql("""
                select position, event, text, trace from alert
                where position < :position order by position desc limit :limit""")
                .param("position", position)
                .param("limit", limit)
                .query(Alerts::placed)
                .list();
    }

    /** Oldest first, raised after the given place. */
    public List<Placed> after(long position, int limit) {
        return jdbc.sql("""
                select position, event, text, trace from alert
                where position > :position order by position limit :limit""")
                .param("position", position)
                .param("limit", limit)
                .query(Alerts::placed)
                .list();
    }

    /**
     * Deletes alerts that were raised before this time, with their routes, deliveries and attempts.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from alert where id in (
                    select id from alert where raised_at < :before order by raised_at limit :limit)""")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        var event = EventJson.read(row.getString("event").getBytes(UTF_8), AlertRaised.class);
        return new Placed(
                row.getLong("position"),
                new Alert(event, row.getString("text"), new TraceParent(row.getString("trace"))));
    }

    private static Instant raisedAt(AlertRaised event) {
        var alerted = event.hops().alerted();
        if (alerted == null) {
            throw new IllegalArgumentException("hops.alerted: none (expected: when the alert was raised)");
        }
        return alerted;
    }
}
