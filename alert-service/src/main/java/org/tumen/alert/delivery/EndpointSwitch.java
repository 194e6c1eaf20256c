package org.tumen.alert.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/**
 * Targets that said that they want no calls any more. One is called again when its subscription's entry has changed (url
 * or secret) or was away: that is looked for at the start, before anything is sent.
 */
@Repository
class EndpointSwitch implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(EndpointSwitch.class);

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;

    EndpointSwitch(JdbcClient jdbc, Subscriptions subscriptions) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
    }

    void switchOff(Delivery delivery, String reason, Instant now) {
        jdbc.sql("""
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
    }

    /** Why this target is off; empty when it is on. */
    Optional<String> reasonOff(Delivery delivery) {
        return jdbc.sql("""
                select 'switched off since ' || to_char(since at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC: ' || reason
                from endpoint_off where subscription = :subscription and target = :target""")
                .param("subscription", delivery.subscription().value())
                .param("target", delivery.target())
                .query(String.class)
                .optional();
    }

    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("select subscription, target, entry from endpoint_off").query(Off.class).list().stream()
                .filter(off -> !entry(new SubscriptionId(off.subscription()), off.target())
                        .equals(Optional.of(off.entry())))
                .forEach(this::switchOn);
    }

    private void switchOn(Off off) {
        jdbc.sql("delete from endpoint_off where subscription = :subscription and target = :target")
                .param("subscription", off.subscription())
                .param("target", off.target())
                .update();
        log.atInfo().addKeyValue("subscription", off.subscription()).log("A webhook that was gone is called again");
    }

    /** What the entry of this webhook says, as a digest; empty when the subscription has no such webhook. */
    private Optional<String> entry(SubscriptionId subscription, String target) {
        return subscriptions
                .find(subscription)
                .map(Subscription::webhook)
                .filter(webhook -> webhook.url().toString().equals(target))
                .map(webhook -> digest(webhook.secret()));
    }

    private static String digest(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Off(String subscription, String target, String entry) {}
}
