package org.tumen.alert.delivery;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Targets that said that they want no calls any more; an operator switches them on again. */
@Repository
class EndpointSwitch {

    private final JdbcClient jdbc;

    EndpointSwitch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void switchOff(Delivery delivery, String reason, Instant now) {
        jdbc.sql("""
                insert into endpoint_off (subscription, target, since, reason)
                values (:subscription, :target, :since, :reason)
                on conflict do nothing""")
                .param("subscription", delivery.subscription().value())
                .param("target", delivery.target())
                .param("since", DeliveryStore.at(now))
                .param("reason", reason)
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

    /** Puts all targets of a subscription on again; tells how many were off. */
    int switchOn(String subscription) {
        return jdbc.sql("delete from endpoint_off where subscription = :subscription")
                .param("subscription", subscription)
                .update();
    }
}
