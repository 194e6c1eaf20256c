package org.tumen.alert.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.timing.Due.Muted;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;

/**
 * Held deliveries and what has joined them. Whoever adds to one keeps it from beginning until the end of the transaction,
 * and one that has begun takes nothing more: so nothing joins too late to be sent.
 */
@Repository
class HeldStore {

    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What one target has got of a story, or is still to get.
     *
     * @param silence that kept it from being sent; null when none did
     */
    record Earlier(String delivery, State state, @Nullable String silence) {}

    /** Oldest first. Those that are held stay held until the end of the transaction. */
    List<Earlier> earlier(StoryId story, SubscriptionId subscription, String channel, String target) {
        return jdbc.sql("""
                with told as (select id from alert where story_id = :story)
                select d.id, case when i.silence is null then d.state else 'silenced' end as state,
                    coalesce(i.silence, d.silence) as silence
                from delivery d left join delivery_item i on i.delivery_id = d.id and i.alert_id in (select id from told)
                where d.subscription = :subscription and d.channel = :channel and d.target = :target and d.id in (
                    select id from delivery where alert_id in (select id from told)
                    union select delivery_id from delivery_item where alert_id in (select id from told))
                order by d.created_at, i.position for share of d""")
                .param("subscription", subscription.value())
                .param("channel", channel)
                .param("target", target)
                .param("story", story.value())
                .query((row, _) ->
                        new Earlier(row.getString("id"), State.of(row.getString("state")), row.getString("silence")))
                .list();
    }

    /** Addresses that got something of a story, for this subscription, and are not its own: it was escalated to them. */
    List<String> mailedOf(StoryId story, SubscriptionId subscription) {
        return jdbc.sql("""
                select distinct target from delivery
                where subscription = :subscription and channel = 'email'
                    and alert_id in (select id from alert where story_id = :story)
                order by target""")
                .param("subscription", subscription.value())
                .param("story", story.value())
                .query(String.class)
                .list();
    }

    /** The delivery in which a target got an alert, or is to get it. */
    Optional<String> carrier(AlertId alert, SubscriptionId subscription, String channel, String target) {
        return jdbc.sql("""
                select id from delivery
                where subscription = :subscription and channel = :channel and target = :target and state <> 'silenced'
                    and id in (
                        select id from delivery where alert_id = :alert
                        union select delivery_id from delivery_item where alert_id = :alert and silence is null)
                order by created_at limit 1""")
                .param("alert", alert.value())
                .param("subscription", subscription.value())
                .param("channel", channel)
                .param("target", target)
                .query(String.class)
                .optional();
    }

    /** Keeps a held delivery from beginning until the end of the transaction; false when it is held no more. */
    boolean keep(String delivery) {
        return jdbc.sql("select 1 from delivery where id = :id and state = 'held' for share")
                .param("id", delivery)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void join(String delivery, AlertId alert, SubscriptionId subscription) {
        jdbc.sql("""
                insert into delivery_item (delivery_id, alert_id, subscription)
                values (:delivery, :alert, :subscription) on conflict do nothing""")
                .param("delivery", delivery)
                .param("alert", alert.value())
                .param("subscription", subscription.value())
                .update();
    }

    /** What joined an alert while it waited goes with it to another target too. */
    void joinAllThatJoined(AlertId alert, SubscriptionId subscription, String delivery) {
        jdbc.sql("""
                insert into delivery_item (delivery_id, alert_id, subscription)
                select :delivery, joined.alert_id, :subscription from (
                    select i.alert_id, min(i.position) as position
                    from delivery_item i join delivery d on d.id = i.delivery_id
                    where d.alert_id = :alert and d.subscription = :subscription and i.silence is null
                    group by i.alert_id) as joined
                order by joined.position on conflict do nothing""")
                .param("delivery", delivery)
                .param("subscription", subscription.value())
                .param("alert", alert.value())
                .update();
    }

    /** What goes in a delivery, in the order in which it came. */
    List<AlertId> alerts(Delivery delivery) {
        var items = jdbc.sql("""
                select alert_id from delivery_item where delivery_id = :id and silence is null order by position""")
                .param("id", delivery.id())
                .query((row, _) -> new AlertId(row.getString("alert_id")))
                .list();
        return items.isEmpty() && delivery.matter() instanceof OfAlert(var alert) ? List.of(alert) : items;
    }

    /** From now on nothing joins it; false when it has begun already. */
    boolean begin(String delivery) {
        return jdbc.sql("update delivery set state = 'pending' where id = :id and state = 'held'")
                        .param("id", delivery)
                        .update()
                == 1;
    }

    /** Leaves one of its alerts out. */
    void silence(Delivery delivery, AlertId alert, String silence) {
        jdbc.sql("update delivery_item set silence = :silence where delivery_id = :delivery and alert_id = :alert")
                .param("silence", silence)
                .param("delivery", delivery.id())
                .param("alert", alert.value())
                .update();
        jdbc.sql("update route set silence = :silence where alert_id = :alert and subscription = :subscription")
                .param("silence", silence)
                .param("alert", alert.value())
                .param("subscription", delivery.subscription().value())
                .update();
    }

    void silenceAll(String delivery, Muted muted, Instant now) {
        jdbc.sql("""
                update delivery set state = 'silenced', silence = :silence, reason = :reason, settled_at = :now
                where id = :delivery""")
                .param("silence", muted.silence())
                .param("reason", muted.reason())
                .param("now", DeliveryStore.at(now))
                .param("delivery", delivery)
                .update();
    }

    void remove(String delivery) {
        jdbc.sql("delete from delivery where id = :id").param("id", delivery).update();
    }

    /** Those that a silence holds become due at another time. */
    List<String> dueAt(String silence, Instant due) {
        return jdbc.sql("update delivery set due_at = :due where silence = :silence and state = 'held' returning id")
                .param("due", DeliveryStore.at(due))
                .param("silence", silence)
                .query(String.class)
                .list();
    }
}
