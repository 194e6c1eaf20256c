package org.tumen.alert.delivery;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.delivery.Deliveries.Dead;
import org.tumen.alert.delivery.Delivery.Matter;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Deliveries and their attempts in the database. */
@Repository
class DeliveryStore {

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds it, once; false when it is there already, and then nothing has changed. */
    boolean add(Delivery delivery) {
        return jdbc.sql("""
                        insert into delivery (id, alert_id, notice_id, subscription, channel, target, state, created_at)
                        values (:id, :alert, :notice, :subscription, :channel, :target, :state, :now)
                        on conflict do nothing""")
                        .param("id", delivery.id())
                        .param("alert", delivery.matter() instanceof OfAlert(var alert) ? alert.value() : null)
                        .param("notice", delivery.matter() instanceof OfNotice(var notice) ? notice : null)
                        .param("subscription", delivery.subscription().value())
                        .param("channel", delivery.channel())
                        .param("target", delivery.target())
                        .param("state", delivery.state().word())
                        .param("now", at(delivery.planned()))
                        .update()
                == 1;
    }

    Optional<Delivery> find(String id) {
        return jdbc.sql("""
                select id, alert_id, notice_id, subscription, channel, target, state, created_at, replayed_after,
                    (select count(*) from attempt where delivery_id = id) as attempts
                from delivery where id = :id""")
                .param("id", id)
                .query((row, _) -> new Delivery(
                        row.getString("id"),
                        matter(row.getString("alert_id"), row.getString("notice_id")),
                        new SubscriptionId(row.getString("subscription")),
                        row.getString("channel"),
                        row.getString("target"),
                        State.of(row.getString("state")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        row.getInt("replayed_after")))
                .optional();
    }

    private static Matter matter(@Nullable String alert, @Nullable String notice) {
        return alert == null
                ? new OfNotice(Objects.requireNonNull(notice, "a delivery is of an alert or of a notice"))
                : new OfAlert(new AlertId(alert));
    }

    void addAttempt(Delivery delivery, Instant when, String outcome, String answer) {
        jdbc.sql("""
                insert into attempt (delivery_id, number, at, outcome, answer)
                values (:id, :number, :at, :outcome, :answer)""")
                .param("id", delivery.id())
                .param("number", delivery.attempts() + 1)
                .param("at", at(when))
                .param("outcome", outcome)
                .param("answer", answer)
                .update();
    }

    /** The reason says why it is given up or why it waits, and is null when it is delivered. */
    void settle(String id, State state, @Nullable String reason, @Nullable Instant settledAt) {
        jdbc.sql("update delivery set state = :state, reason = :reason, settled_at = :at where id = :id")
                .param("state", state.word())
                .param("reason", reason)
                .param("at", settledAt == null ? null : at(settledAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** Says why it waits, without an attempt. */
    void holds(String id, String reason) {
        jdbc.sql("update delivery set reason = :reason where id = :id and state = 'pending'")
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** Makes a dead delivery pending again, with the retries before it; false when it is not dead. */
    boolean revive(String id) {
        return jdbc.sql("""
                        update delivery set state = 'pending', reason = null, settled_at = null,
                            replayed_after = (select count(*) from attempt where delivery_id = id)
                        where id = :id and state = 'dead'""").param("id", id).update() == 1;
    }

    /** The pending deliveries to a target. */
    List<String> pendingTo(SubscriptionId subscription, String target) {
        return jdbc.sql("""
                select id from delivery
                where subscription = :subscription and target = :target and state = 'pending'""")
                .param("subscription", subscription.value())
                .param("target", target)
                .query(String.class)
                .list();
    }

    Map<AlertId, Instant> firstAccepted(Collection<AlertId> alerts) {
        var accepted = new HashMap<AlertId, Instant>();
        jdbc.sql("""
                select alert_id, min(settled_at) as at from delivery
                where alert_id = any(:alerts) and state = 'delivered' group by alert_id""")
                .param("alerts", alerts.stream().map(AlertId::value).toArray(String[]::new))
                .query(row -> {
                    accepted.put(
                            new AlertId(row.getString("alert_id")),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return accepted;
    }

    Optional<Dead> deadSince(Instant since) {
        return jdbc.sql("""
                select count(*) filter (where settled_at >= :since) as recent, count(*) as total,
                    (array_agg(reason order by settled_at desc))[1] as reason
                from delivery where state = 'dead'""")
                .param("since", at(since))
                .query((row, _) -> new Dead(row.getLong("recent"), row.getLong("total"), row.getString("reason")))
                .optional()
                .filter(dead -> dead.recent() > 0);
    }

    /** How many there are of each channel and state. */
    List<Count> counts() {
        return jdbc.sql("select channel, state, count(*) as amount from delivery group by channel, state order by 1, 2")
                .query((row, _) ->
                        new Count(row.getString("channel"), State.of(row.getString("state")), row.getLong("amount")))
                .list();
    }

    record Count(String channel, State state, long amount) {}

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
