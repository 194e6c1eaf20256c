package org.tumen.alert.acknowledge;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Who has taken which alert on. An alert that is taken on takes its whole story with it. */
@Repository
public class Acknowledgements {

    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody has taken an alert on.
     *
     * @param subscription for whom; null for all that were told
     * @param by a name or an address
     * @param comment may be empty
     */
    public record Acknowledgement(
            AlertId alert, @Nullable SubscriptionId subscription, String by, String comment, Instant at) {}

    /** Keeps it; by the same person once more it changes nothing. */
    public void add(Acknowledgement one) {
        var subscription = one.subscription();
        jdbc.sql("""
                insert into acknowledgement (alert_id, subscription, author, comment, at)
                values (:alert, :subscription, :by, :comment, :at) on conflict do nothing""")
                .param("alert", one.alert().value())
                .param("subscription", subscription == null ? "" : subscription.value())
                .param("by", one.by())
                .param("comment", one.comment())
                .param("at", OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC))
                .update();
    }

    /** Of an alert and of the others on its story, oldest first. */
    public List<Acknowledgement> of(AlertId alert, @Nullable SubscriptionId subscription) {
        return jdbc.sql("""
                select k.alert_id, k.subscription, k.author, k.comment, k.at
                from acknowledgement k join alert a on a.id = k.alert_id
                where (k.alert_id = :alert or a.story_id = (select story_id from alert where id = :alert))
                    and (:subscription::text is null or k.subscription in ('', :subscription))
                order by k.at, k.author""")
                .param("alert", alert.value())
                .param("subscription", subscription == null ? null : subscription.value(), Types.VARCHAR)
                .query((row, _) -> new Acknowledgement(
                        new AlertId(row.getString("alert_id")),
                        Optional.of(row.getString("subscription"))
                                .filter(id -> !id.isEmpty())
                                .map(SubscriptionId::new)
                                .orElse(null),
                        row.getString("author"),
                        row.getString("comment"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
