package org.tumen.alert.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.moment.Moment;

/** Deliveries as the page shows them, with every attempt. */
@Repository
class DeliveryTable {

    static final Duration SUMMED = Duration.ofDays(7);

    private static final int MOST_TARGETS = 200;
    private static final String ROW = """
            select d.id, coalesce(a.event -> 'article' ->> 'title', n.content ->> 'title',
                    case d.gathers when 'digest' then 'a digest' else 'several stories' end) as about,
                coalesce(a.event -> 'article' ->> 'language', 'en') as language, coalesce(a.story_id, d.alert_id) as story,
                d.subscription, d.channel, d.target, d.state, coalesce(d.reason, d.timing) as why, d.created_at,
                (select execution_time from scheduled_tasks
                    where task_name = 'deliver' and task_instance = d.id and d.state in ('pending', 'held')) as next
            from delivery d left join alert a on a.id = d.alert_id left join notice n on n.id = d.notice_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A delivery.
     *
     * @param about other people's text
     * @param story the way to it; null when it is about none
     * @param target an address, or the host of a webhook
     * @param next when it is tried for the first time or again; null of what is settled
     */
    record Row(
            String id,
            String about,
            String language,
            @Nullable String story,
            String subscription,
            String channel,
            String target,
            String state,
            String why,
            Moment planned,
            @Nullable Moment next,
            List<Attempt> attempts) {

        private Row with(List<Attempt> made) {
            return new Row(id, about, language, story, subscription, channel, target, state, why, planned, next, made);
        }
    }

    /** A try, and what the other side said. */
    record Attempt(Moment at, String outcome, String answer) {}

    /**
     * What went to a target in the last days.
     *
     * @param last when the last one was planned
     */
    record Sum(
            String subscription,
            String channel,
            String target,
            long delivered,
            long waiting,
            long dead,
            long silenced,
            Moment last) {}

    /**
     * Newest first.
     *
     * @param state null for all
     * @param subscription null for all
     * @param after the id of the one before the first; null to begin with the newest
     */
    List<Row> rows(@Nullable State state, @Nullable String subscription, @Nullable String after, int limit) {
        var sql = new StringBuilder(ROW).append("where true");
        var params = new LinkedHashMap<String, Object>();
        if (state != null) {
            sql.append(" and d.state = :state");
            params.put("state", state.word());
        }
        if (subscription != null) {
            sql.append(" and d.subscription = :subscription");
            params.put("subscription", subscription);
        }
        if (after != null) {
            sql.append(" and (d.created_at, d.id) < (select created_at, id from delivery where id = :after)");
            params.put("after", after);
        }
        sql.append(" order by d.created_at desc, d.id desc limit :limit");
        return withAttempts(jdbc.sql(sql.toString())
                .params(params)
                .param("limit", limit)
                .query(this::row)
                .list());
    }

    Optional<Row> find(String id) {
        return withAttempts(jdbc.sql(ROW + "where d.id = :id")
                        .param("id", id)
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    long dead() {
        return jdbc.sql("select count(*) from delivery where state = 'dead'")
                .query(Long.class)
                .single();
    }

    /** By subscription and target. */
    List<Sum> sums() {
        var now = clock.instant();
        return jdbc.sql("""
                select subscription, channel, target, count(*) filter (where state = 'delivered') as delivered,
                    count(*) filter (where state in ('pending', 'held')) as waiting,
                    count(*) filter (where state = 'dead') as dead,
                    count(*) filter (where state = 'silenced') as silenced, max(created_at) as last
                from delivery where created_at >= :since
                group by 1, 2, 3 order by dead desc, subscription, channel, target limit :limit""")
                .param("since", now.minus(SUMMED).atOffset(ZoneOffset.UTC))
                .param("limit", MOST_TARGETS)
                .query((row, _) -> new Sum(
                        row.getString("subscription"),
                        row.getString("channel"),
                        DeliveryList.shown(row.getString("channel"), row.getString("target")),
                        row.getLong("delivered"),
                        row.getLong("waiting"),
                        row.getLong("dead"),
                        row.getLong("silenced"),
                        Moment.of(instant(row, "last"), now)))
                .list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("about"),
                row.getString("language"),
                row.getString("story"),
                row.getString("subscription"),
                row.getString("channel"),
                DeliveryList.shown(row.getString("channel"), row.getString("target")),
                row.getString("state"),
                row.getString("why"),
                Moment.of(instant(row, "created_at"), clock.instant()),
                row.getObject("next") == null ? null : Moment.of(instant(row, "next"), clock.instant()),
                List.of());
    }

    private List<Row> withAttempts(List<Row> rows) {
        var attempts = attempts(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> row.with(attempts.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<String, List<Attempt>> attempts(Collection<String> ids) {
        var now = clock.instant();
        var attempts = new LinkedHashMap<String, List<Attempt>>();
        jdbc.sql("select delivery_id, at, outcome, answer from attempt where delivery_id = any(:ids) order by number")
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    attempts.computeIfAbsent(row.getString("delivery_id"), _ -> new ArrayList<>())
                            .add(new Attempt(
                                    Moment.of(instant(row, "at"), now),
                                    row.getString("outcome"),
                                    row.getString("answer")));
                });
        return attempts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
