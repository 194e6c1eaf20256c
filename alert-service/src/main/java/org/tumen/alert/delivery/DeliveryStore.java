package org.tumen.alert.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.delivery.Deliveries.Dead;
import org.tumen.alert.delivery.Delivery.Gathers;
import org.tumen.alert.delivery.Delivery.Matter;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.Matter.OfSeveral;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.address.Addresses;
import org.tumen.alert.delivery.address.Addresses.Standing;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Deliveries and their attempts in the database. */
@Repository
class DeliveryStore {

    private final JdbcClient jdbc;

    /**
     * A delivery to be carried out.
     *
     * @param why it is planned so, in words
     * @param silence that holds it or keeps it from being sent; null when none does
     */
    record Entry(Delivery delivery, String why, @Nullable String silence) {}

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds those that are not there yet, each with what makes it due; the others stay as they are. */
    void add(List<Entry> entries, Instant now) {
        jdbc.sql("""
                with added as (
                    insert into delivery (
                        id, alert_id, notice_id, gathers, occasion, subscription, channel, target, state, due_at, timing,
                        silence, created_at)
                    select entry.*, :now from unnest(
                        :ids::text[], :alerts::text[], :notices::text[], :gathers::text[], :occasions::text[],
                        :subscriptions::text[], :channels::text[], :targets::text[], :states::text[],
                        :dues::timestamptz[], :whys::text[], :silences::text[]) as entry
                    on conflict do nothing returning id, state, due_at)
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select :task, id, due_at, false, 1 from added where state <> 'silenced' on conflict do nothing""")
                .param("ids", column(entries, entry -> entry.delivery().id()))
                .param("alerts", column(entries, entry -> matter(entry) instanceof OfAlert(var id) ? id.value() : null))
                .param("notices", column(entries, entry -> matter(entry) instanceof OfNotice(var id) ? id : null))
                .param(
                        "gathers",
                        column(
                                entries,
                                entry -> matter(entry) instanceof OfSeveral of
                                        ? of.gathers().word()
                                        : null))
                .param(
                        "occasions",
                        column(entries, entry -> matter(entry) instanceof OfSeveral of ? of.occasion() : null))
                .param(
                        "subscriptions",
                        column(entries, entry -> entry.delivery().subscription().value()))
                .param("channels", column(entries, entry -> entry.delivery().channel()))
                .param("targets", column(entries, entry -> entry.delivery().target()))
                .param(
                        "states",
                        column(entries, entry -> entry.delivery().state().word()))
                .param(
                        "dues",
                        column(entries, entry -> entry.delivery().planned().toString()))
                .param("whys", column(entries, Entry::why))
                .param("silences", column(entries, Entry::silence))
                .param("now", at(now))
                .param("task", DeliveryTask.DESCRIPTOR.getTaskName())
                .update();
    }

    private static Matter matter(Entry entry) {
        return entry.delivery().matter();
    }

    private static @Nullable String[] column(List<Entry> entries, Function<Entry, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    /**
     * A delivery as it stands now.
     *
     * @param mayBeOff whether something is noted against calls of its target
     * @param said what its target said of the subscription; null when it said nothing, or is no address
     */
    record Found(
            Delivery delivery, boolean mayBeOff, @Nullable Standing said) {}

    /** All that is asked before each attempt, in one statement. */
    Optional<Found> find(String id) {
        return jdbc.sql("""
                select d.id, d.alert_id, d.notice_id, d.gathers, d.occasion, d.subscription, d.channel, d.target, d.state,
                    coalesce(d.due_at, d.created_at) as due, d.replayed_after,
                    (select count(*) from attempt where delivery_id = d.id) as attempts,
                    array(
                        select i.alert_id from delivery_item i where i.delivery_id = d.id and i.silence is null
                        order by i.position) as items,
                    exists (
                        select from endpoint_off o where o.subscription = d.subscription and o.target = d.target) as off,
                    (select %s from address where address.subscription = d.subscription and address.address = d.target)
                        as said
                from delivery d where d.id = :id""".formatted(Addresses.SAID))
                .param("id", id)
                .query((row, _) -> new Found(delivery(row), row.getBoolean("off"), said(row)))
                .optional();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                matter(row),
                alerts(row),
                new SubscriptionId(row.getString("subscription")),
                row.getString("channel"),
                row.getString("target"),
                State.of(row.getString("state")),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getInt("replayed_after"));
    }

    private static @Nullable Standing said(ResultSet row) throws SQLException {
        var said = row.getString("said");
        return said == null ? null : Standing.valueOf(said);
    }

    private static List<AlertId> alerts(ResultSet row) throws SQLException {
        var items = (String[]) row.getArray("items").getArray();
        return items.length == 0
                ? matter(row).alone()
                : Arrays.stream(items).map(AlertId::new).toList();
    }

    private static Matter matter(ResultSet row) throws SQLException {
        var alert = row.getString("alert_id");
        if (alert != null) {
            return new OfAlert(new AlertId(alert));
        }
        var gathers = row.getString("gathers");
        return gathers == null
                ? new OfNotice(row.getString("notice_id"))
                : new OfSeveral(Gathers.of(gathers), row.getString("occasion"));
    }

    /**
     * An attempt, and how the delivery stands after it.
     *
     * @param outcome accepted, refused or failed
     * @param answer of the other side
     * @param reason why the delivery is given up or why it waits; null when it is delivered
     */
    record Attempt(
            Instant when,
            String outcome,
            String answer,
            State state,
            @Nullable String reason) {}

    /**
     * Keeps both or neither. What is settled is not to be done any more, and a success ends the failures of its endpoint: all
     * in one statement and one commit, for it is what each delivery costs.
     */
    void attempted(Delivery delivery, Attempt attempt) {
        var settled = attempt.state() == State.PENDING ? null : at(attempt.when());
        jdbc.sql("""
                with attempted as (
                    insert into attempt (delivery_id, number, at, outcome, answer)
                    values (:id, :number, :at, :outcome, :answer)),
                done as (
                    delete from scheduled_tasks
                    where task_name = :task and task_instance = :id and :state <> 'pending'),
                works as (
                    delete from endpoint_failing
                    where subscription = :subscription and target = :target and :state = 'delivered')
                update delivery set state = :state, reason = :reason, settled_at = :settled where id = :id""")
                .param("id", delivery.id())
                .param("number", delivery.attempts() + 1)
                .param("at", at(attempt.when()))
                .param("outcome", attempt.outcome())
                .param("answer", attempt.answer())
                .param("task", DeliveryTask.DESCRIPTOR.getTaskName())
                .param("subscription", delivery.subscription().value())
                .param("target", delivery.target())
                .param("state", attempt.state().word())
                .param("reason", attempt.reason())
                .param("settled", settled, Types.TIMESTAMP_WITH_TIMEZONE)
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
                select alert_id, min(settled_at) as at from (
                    select alert_id, settled_at from delivery
                    where alert_id = any(:alerts) and state = 'delivered'
                    union all
                    select i.alert_id, d.settled_at from delivery_item i join delivery d on d.id = i.delivery_id
                    where i.alert_id = any(:alerts) and i.silence is null and d.state = 'delivered') as accepted
                group by alert_id""")
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

    int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from delivery where id in (
                    select id from delivery
                    where gathers is not null and state <> 'held' and created_at < :before
                    order by created_at limit :limit)""").param("before", at(before)).param("limit", limit).update();
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
