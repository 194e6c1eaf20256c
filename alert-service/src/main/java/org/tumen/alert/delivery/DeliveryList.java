package org.tumen.alert.delivery;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.delivery.Delivery.State;

/** Deliveries as operators see them. */
@Repository
class DeliveryList {

    private final JdbcClient jdbc;

    DeliveryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A delivery.
     *
     * @param about the title of the alert's article or of the notice: other people's text
     * @param target an e-mail address, or the host of a webhook: the rest of its address may be a secret
     * @param reason why it is dead or waits; null when there is none
     * @param settled null while it is pending
     */
    record Line(
            String id,
            String about,
            String subscription,
            String channel,
            String target,
            String state,
            @Nullable String reason,
            int attempts,
            Instant planned,
            @Nullable Instant settled) {}

    /** Newest first, those after the one with this id; the newest when there is none. */
    List<Line> inState(State state, String after, int limit) {
        return jdbc.sql("""
                select d.id, coalesce(a.event -> 'article' ->> 'title', n.content ->> 'title', '') as about,
                    d.subscription, d.channel, d.target, d.state, d.reason, d.created_at, d.settled_at,
                    (select count(*) from attempt where delivery_id = d.id) as attempts
                from delivery d left join alert a on a.id = d.alert_id left join notice n on n.id = d.notice_id
                where d.state = :state and (d.created_at, d.id) < coalesce(
                    (select (created_at, id) from delivery where id = :after), ('infinity'::timestamptz, ''))
                order by d.created_at desc, d.id desc limit :limit""")
                .param("state", state.word())
                .param("after", after)
                .param("limit", limit)
                .query(DeliveryList::line)
                .list();
    }

    /** All that are dead, oldest first. */
    List<String> dead() {
        return jdbc.sql("select id from delivery where state = 'dead' order by created_at")
                .query(String.class)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Line(
                row.getString("id"),
                row.getString("about"),
                row.getString("subscription"),
                row.getString("channel"),
                shown(row.getString("channel"), row.getString("target")),
                row.getString("state"),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                settled == null ? null : settled.toInstant());
    }

    static String shown(String channel, String target) {
        return channel.equals(Deliveries.WEBHOOK)
                ? requireNonNullElse(URI.create(target).getRawAuthority(), "")
                : target;
    }
}
