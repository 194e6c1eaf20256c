package org.tumen.alert.delivery.address;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/**
 * Which addresses want what a subscription sends. One in the operator's file counts as confirmed unless the file says
 * otherwise: whoever may write it could as well switch the asking off. One that came through the API is asked first, since
 * anybody could name somebody else's. An unsubscription holds for both, until the reader takes it back.
 */
@Repository
public class Addresses {

    /** What is held for an address that is not confirmed is given up after this. */
    public static final Duration TIME_TO_CONFIRM = Duration.ofDays(7);

    /** What an address said, by name, in a query of its table. */
    public static final String SAID = """
            case when address.unsubscribed_at is not null then 'WANTS_NO_MORE'
                when address.confirmed_at is not null then 'WANTS_MAIL' else 'NOT_CONFIRMED' end""";

    private final JdbcClient jdbc;
    private final Subscriptions subscriptions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Addresses(JdbcClient jdbc, Subscriptions subscriptions, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.subscriptions = subscriptions;
        this.events = events;
        this.clock = clock;
    }

    /** How an address stands to a subscription. */
    public enum Standing {
        WANTS_MAIL,
        NOT_CONFIRMED,
        WANTS_NO_MORE
    }

    /** Told after an address was confirmed or came back: what waited for it may go. */
    public record Welcome(SubscriptionId subscription, String address) {}

    public Standing standing(SubscriptionId subscription, String address) {
        var said = jdbc.sql(
                        "select " + SAID + " from address where subscription = :subscription and address = :address")
                .param("subscription", subscription.value())
                .param("address", address)
                .query(String.class)
                .optional()
                .map(Standing::valueOf)
                .orElse(null);
        return standing(subscription, said);
    }

    /**
     * The same of one of which it is known what it said.
     *
     * @param said null when it said nothing
     */
    public Standing standing(SubscriptionId subscription, @Nullable Standing said) {
        var stands = said == null ? Standing.NOT_CONFIRMED : said;
        return stands == Standing.NOT_CONFIRMED && !asksFirst(subscription) ? Standing.WANTS_MAIL : stands;
    }

    public boolean wantsNoMore(SubscriptionId subscription, String address) {
        return standing(subscription, address) == Standing.WANTS_NO_MORE;
    }

    /** The addresses that want no more of each of these subscriptions, its own or not; of most there are none. */
    public Map<SubscriptionId, Set<String>> wantingNoMore(Collection<SubscriptionId> subscriptions) {
        var unwanted = new HashMap<SubscriptionId, Set<String>>();
        jdbc.sql("""
                select subscription, address from address
                where subscription = any(:subscriptions) and unsubscribed_at is not null""")
                .param(
                        "subscriptions",
                        subscriptions.stream().map(SubscriptionId::value).toArray(String[]::new))
                .query(row -> {
                    unwanted.computeIfAbsent(new SubscriptionId(row.getString("subscription")), _ -> new HashSet<>())
                            .add(row.getString("address"));
                });
        return unwanted;
    }

    void confirm(SubscriptionId subscription, String address) {
        said(subscription, address, "confirmed_at = :now, unsubscribed_at = null, ask_at = null");
        events.publishEvent(new Welcome(subscription, address));
    }

    void unsubscribe(SubscriptionId subscription, String address) {
        said(subscription, address, "unsubscribed_at = :now, ask_at = null");
    }

    /** Takes an unsubscription back; the reader who does that has the address. */
    void comeBack(SubscriptionId subscription, String address) {
        confirm(subscription, address);
    }

    private void said(SubscriptionId subscription, String address, String what) {
        jdbc.sql("insert into address (subscription, address) values (:subscription, :address) on conflict do nothing")
                .param("subscription", subscription.value())
                .param("address", address)
                .update();
        jdbc.sql("update address set " + what + " where subscription = :subscription and address = :address")
                .param("subscription", subscription.value())
                .param("address", address)
                .param("now", at(clock.instant()))
                .update();
    }

    private boolean asksFirst(SubscriptionId id) {
        return subscriptions.find(id).filter(Subscription::asksFirst).isPresent();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
