package org.tumen.alert.delivery.address;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/**
 * Which addresses are still to be asked, and when. Each has its time in the database, so that a look touches those that are
 * due and no others, however many are confirmed.
 */
@Repository
class Questions {

    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final int MOST = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    Questions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An address that is to be asked now.
     *
     * @param asked how often it was asked so far
     */
    record Due(SubscriptionId subscription, String address, int asked) {}

    /** Part of the transaction that writes the subscription: whoever is named is asked, whoever is not any more is not. */
    @EventListener
    void written(Subscriptions.Written written) {
        named(written.id(), written.addresses());
    }

    /** These are all that a subscription has to ask. */
    void named(SubscriptionId subscription, Set<String> addresses) {
        jdbc.sql("""
                with dropped as (
                    update address set ask_at = null
                    where subscription = :subscription and ask_at is not null and address <> all(:addresses::text[]))
                insert into address (subscription, address, ask_at)
                select :subscription, named, :now from unnest(:addresses::text[]) as named
                on conflict (subscription, address) do update
                set ask_at = greatest(excluded.ask_at, address.asked_at + :between * interval '1 second')
                where address.ask_at is null and address.confirmed_at is null and address.unsubscribed_at is null
                    and address.asked < :most""")
                .param("subscription", subscription.value())
                .param("addresses", addresses.toArray(String[]::new))
                .param("now", at(clock.instant()))
                .param("between", BETWEEN.toSeconds())
                .param("most", MOST)
                .update();
    }

    /** Longest due first. */
    List<Due> due(int most) {
        return jdbc.sql("""
                select subscription, address, asked from address where ask_at <= :now order by ask_at limit :most""")
                .param("now", at(clock.instant()))
                .param("most", most)
                .query((row, _) -> new Due(
                        new SubscriptionId(row.getString("subscription")),
                        row.getString("address"),
                        row.getInt("asked")))
                .list();
    }

    /** Notes that these are being asked: again a day later, three times in all. */
    void asked(Collection<Due> these) {
        jdbc.sql("""
                update address set asked_at = :now, asked = address.asked + 1,
                    ask_at = case when address.asked + 1 < :most then :now + :between * interval '1 second' end
                from unnest(:subscriptions::text[], :addresses::text[]) as these (subscription, address)
                where address.subscription = these.subscription and address.address = these.address""")
                .param("now", at(clock.instant()))
                .param("most", MOST)
                .param("between", BETWEEN.toSeconds())
                .param("subscriptions", column(these, one -> one.subscription().value()))
                .param("addresses", column(these, Due::address))
                .update();
    }

    /** These cannot be asked now: they wait behind the others. */
    void postponed(Collection<Due> these) {
        jdbc.sql("""
                update address set ask_at = :now
                from unnest(:subscriptions::text[], :addresses::text[]) as these (subscription, address)
                where address.subscription = these.subscription and address.address = these.address
                    and address.ask_at is not null""")
                .param("now", at(clock.instant()))
                .param("subscriptions", column(these, one -> one.subscription().value()))
                .param("addresses", column(these, Due::address))
                .update();
    }

    private static String[] column(Collection<Due> these, Function<Due, String> value) {
        return these.stream().map(value).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
