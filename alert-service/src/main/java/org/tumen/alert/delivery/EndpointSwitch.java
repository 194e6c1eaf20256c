package org.tumen.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.Deliveries.EndpointOff;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/**
 * Webhooks that are not called any more: they said so (410), or every attempt failed for days. One is called again when its
 * subscription's entry has changed (url or secret) or was away, or when an operator says so.
 */
@Repository
class EndpointSwitch implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(EndpointSwitch.class);

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Duration failsFor;

    EndpointSwitch(
            JdbcClient jdbc,
            Subscriptions subscriptions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            DeliveryProperties properties) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.events = events;
        this.transaction = transaction;
        this.failsFor = properties.switchOffAfter();
    }

    /** Told when a webhook is switched off, within the transaction that does it. */
    record SwitchedOff(SubscriptionId subscription, String target, String reason, Instant at) {}

    /** Off, and its owner told, or neither: whoever is killed in between finds it on, and the next attempt says the same. */
    void switchOff(Delivery delivery, String reason, Instant now) {
        transaction.executeWithoutResult(_ -> switchOffAndTell(delivery, reason, now));
    }

    private void switchOffAndTell(Delivery delivery, String reason, Instant now) {
        var switched = jdbc.sql("""
                insert into endpoint_off (subscription, target, since, reason, entry)
                values (:subscription, :target, :since, :reason, :entry)
                on conflict do nothing""")
                .param("subscription", delivery.subscription().value())
                .param("target", delivery.target())
                .param("since", DeliveryStore.at(now))
                .param("reason", reason)
                .param(
                        "entry",
                        entry(delivery.subscription(), delivery.target()).orElse(""))
                .update();
        if (switched == 1) {
            events.publishEvent(new SwitchedOff(delivery.subscription(), delivery.target(), reason, now));
        }
    }

    /** Keeps who is told that it is off. Part of the caller's transaction. */
    void told(SwitchedOff off, Collection<String> addresses) {
        jdbc.sql("update endpoint_off set told = :told where subscription = :subscription and target = :target")
                .param("told", addresses.toArray(String[]::new))
                .param("subscription", off.subscription().value())
                .param("target", off.target())
                .update();
    }

    /**
     * Notes a failed attempt. One that comes after days without any success switches the endpoint off; a success is noted with
     * its attempt.
     */
    void fails(Delivery delivery, String answer, Instant now) {
        if (!delivery.channel().equals(Deliveries.WEBHOOK)) {
            return;
        }
        jdbc.sql("""
                insert into endpoint_failing (subscription, target, since) values (:subscription, :target, :now)
                on conflict do nothing""")
                .param("subscription", delivery.subscription().value())
                .param("target", delivery.target())
                .param("now", DeliveryStore.at(now))
                .update();
        var since = jdbc.sql(
                        "select since from endpoint_failing where subscription = :subscription and target = :target")
                .param("subscription", delivery.subscription().value())
                .param("target", delivery.target())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        if (!since.plus(failsFor).isAfter(now)) {
            switchOff(delivery, "every call has failed for " + days(Duration.between(since, now)) + ": " + answer, now);
        }
    }

    /** Why this target is off; empty when it is on. An entry that has changed since is on from now. */
    Optional<String> reasonOff(Delivery delivery) {
        if (!delivery.channel().equals(Deliveries.WEBHOOK)) {
            return Optional.empty();
        }
        return rows(delivery.subscription()).stream()
                .filter(row -> row.target().equals(delivery.target()))
                .filter(row -> !switchedOnByChange(row))
                .map(row -> "switched off since " + row.words() + " UTC: " + row.reason())
                .findFirst();
    }

    List<EndpointOff> off() {
        return rows(null).stream()
                .map(row -> new EndpointOff(
                        new SubscriptionId(row.subscription()),
                        DeliveryList.shown(Deliveries.WEBHOOK, row.target()),
                        row.since().toInstant(),
                        row.reason(),
                        row.told()))
                .toList();
    }

    /** On again, as an operator says; false when none of the subscription's is off. */
    boolean switchOn(SubscriptionId subscription) {
        var rows = rows(subscription);
        rows.forEach(this::switchOn);
        return !rows.isEmpty();
    }

    @Override
    public void afterSingletonsInstantiated() {
        rows(null).forEach(this::switchedOnByChange);
    }

    @EventListener
    void switchOnWhatHasChanged(Subscriptions.Changed changed) {
        rows(null).stream()
                .filter(row -> changed.ids().contains(new SubscriptionId(row.subscription())))
                .forEach(this::switchedOnByChange);
    }

    private boolean switchedOnByChange(Row row) {
        var changed =
                !entry(new SubscriptionId(row.subscription()), row.target()).equals(Optional.of(row.entry()));
        if (changed) {
            switchOn(row);
        }
        return changed;
    }

    private void switchOn(Row row) {
        var subscription = new SubscriptionId(row.subscription());
        jdbc.sql("delete from endpoint_off where subscription = :subscription and target = :target")
                .param("subscription", row.subscription())
                .param("target", row.target())
                .update();
        forgetFailures(subscription, row.target());
        log.atInfo().addKeyValue("subscription", subscription).log("A webhook that was off is called again");
    }

    private void forgetFailures(SubscriptionId subscription, String target) {
        jdbc.sql("delete from endpoint_failing where subscription = :subscription and target = :target")
                .param("subscription", subscription.value())
                .param("target", target)
                .update();
    }

    private List<Row> rows(@Nullable SubscriptionId subscription) {
        return jdbc.sql("""
                select subscription, target, entry, since, reason, told,
                    to_char(since at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as words
                from endpoint_off where coalesce(:subscription, subscription) = subscription order by since""")
                .param("subscription", subscription == null ? null : subscription.value(), Types.VARCHAR)
                .query(EndpointSwitch::row)
                .list();
    }

    /** What the entry of this webhook says, as a digest; empty when the subscription has no such webhook. */
    private Optional<String> entry(SubscriptionId subscription, String target) {
        return subscriptions
                .find(subscription)
                .map(Subscription::webhook)
                .filter(webhook -> webhook.url().toString().equals(target))
                .map(webhook -> digest(String.join("\n", webhook.secrets())));
    }

    private static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String days(Duration time) {
        return time.toDays() >= 2 ? time.toDays() + " days" : time.toHours() + " hours";
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("subscription"),
                row.getString("target"),
                row.getString("entry"),
                row.getObject("since", OffsetDateTime.class),
                row.getString("reason"),
                Stream.of((String[]) row.getArray("told").getArray()).toList(),
                row.getString("words"));
    }

    private record Row(
            String subscription,
            String target,
            String entry,
            OffsetDateTime since,
            String reason,
            List<String> told,
            String words) {}
}
