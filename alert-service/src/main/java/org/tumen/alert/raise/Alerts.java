package org.tumen.alert.raise;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.News;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.article.ArticleId;
import org.tumen.model.envelope.TraceParent;
import org.tumen.model.json.EventJson;

/** The alerts that were raised, in the order of their raising. */
@Repository
public class Alerts {

    /** An alert gets its place before it is committed: so many may stand before it and yet be seen after it. */
    public static final int COMMITTED_OUT_OF_ORDER = 64;

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An alert with its place in the order of raising, the cursor of every list. */
    public record Placed(long position, Alert alert) {}

    /** The place of an alert in the order of raising. */
    public record Place(long position, AlertId alert) {}

    /**
     * To whom an alert goes.
     *
     * @param findings those that the subscription is shown, zero-based in the alert
     * @param news what is new to it
     * @param silence that keeps it from being sent, or holds it; null when none does
     */
    public record Told(
            SubscriptionId subscription,
            String reason,
            List<Integer> findings,
            List<News> news,
            @Nullable String silence) {

        public Told {
            findings = List.copyOf(findings);
            news = List.copyOf(news);
        }
    }

    /**
     * Keeps an alert with those whom it goes to, once; all in one statement, for it is what each alert costs.
     *
     * @param waits whether it waits in the outbox from now on
     * @return false when there is one on this revision already; then nothing has changed
     */
    public boolean add(Alert alert, List<Told> told, boolean waits) {
        var event = alert.event();
        return jdbc.sql("""
                        with added as (
                            insert into alert (
                                id, article_id, story_id, raised_at, text, event, trace, signals, pairs, chance,
                                language, source_kind)
                            select :id, :article, :story, :raisedAt, :text, event, :trace, :signals, :pairs, :chance,
                                event #>> '{article,language}', event #>> '{article,source,kind}'
                            from (select :event::jsonb as event) as json
                            on conflict do nothing returning id),
                        waiting as (
                            insert into outbox (alert_id) select id from added where :waits),
                        routes as (
                            insert into route (alert_id, subscription, reason, findings, news, silence)
                            select added.id, subscription, reason, string_to_array(findings, ',')::integer[],
                                string_to_array(news, ','), silence
                            from added, unnest(:subscriptions::text[], :reasons::text[], :findings::text[],
                                :news::text[], :silences::text[])
                                as told (subscription, reason, findings, news, silence))
                        select exists (select from added)""")
                .param("id", event.id().value())
                .param("article", event.article().id().value())
                .param(
                        "story",
                        event.story() == null ? null : event.story().id().value(),
                        Types.VARCHAR)
                .param("raisedAt", OffsetDateTime.ofInstant(raisedAt(event), ZoneOffset.UTC))
                .param("text", StorableText.of(alert.text()))
                .param("event", StorableText.json(event))
                .param("trace", alert.trace().value())
                .param("signals", Listed.signals(event))
                .param("pairs", Listed.pairs(event))
                .param("chance", Listed.chance(event), Types.REAL)
                .param("waits", waits)
                .param("subscriptions", column(told, one -> one.subscription().value()))
                .param("reasons", column(told, Told::reason))
                .param("findings", column(told, one -> words(one.findings())))
                .param("news", column(told, one -> words(one.news())))
                .param("silences", column(told, Told::silence))
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String[] column(List<Told> told, Function<Told, @Nullable String> value) {
        return told.stream().map(value).toArray(String[]::new);
    }

    private static String words(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public Optional<Placed> find(AlertId id) {
        return jdbc.sql("select position, event, text, trace from alert where id = :id")
                .param("id", id.value())
                .query(Alerts::placed)
                .optional();
    }

    /** Those of these that are there, in any order. */
    public List<Placed> all(Collection<AlertId> ids) {
        return jdbc.sql("select position, event, text, trace from alert where id = any(:ids)")
                .param("ids", ids.stream().map(AlertId::value).toArray(String[]::new))
                .query(Alerts::placed)
                .list();
    }

    /** The alert as one subscription is shown it. */
    public Optional<Alert> seenBy(AlertId id, SubscriptionId subscription) {
        return jdbc.sql("""
                select a.position, a.event, a.text, a.trace, r.reason, r.findings, r.news
                from alert a join route r on r.alert_id = a.id
                where a.id = :id and r.subscription = :subscription""")
                .param("id", id.value())
                .param("subscription", subscription.value())
                .query((row, _) -> seenBy(subscription, row))
                .optional();
    }

    /** Those of these that one subscription is shown, as it is, in the same order. */
    public List<Alert> seenBy(List<AlertId> ids, SubscriptionId subscription) {
        return jdbc.sql("""
                select a.position, a.event, a.text, a.trace, r.reason, r.findings, r.news
                from alert a join route r on r.alert_id = a.id
                where a.id = any(:ids) and r.subscription = :subscription order by array_position(:ids, a.id)""")
                .param("ids", ids.stream().map(AlertId::value).toArray(String[]::new))
                .param("subscription", subscription.value())
                .query((row, _) -> seenBy(subscription, row))
                .list();
    }

    /** The last alerts of a subscription as it is shown them, newest first. */
    public List<Alert> lastOf(SubscriptionId subscription, int limit) {
        return jdbc.sql("""
                select a.position, a.event, a.text, a.trace, r.reason, r.findings, r.news
                from alert a join route r on r.alert_id = a.id
                where r.subscription = :subscription order by a.position desc limit :limit""")
                .param("subscription", subscription.value())
                .param("limit", limit)
                .query((row, _) -> seenBy(subscription, row))
                .list();
    }

    private static Alert seenBy(SubscriptionId subscription, ResultSet row) throws SQLException {
        return placed(row, 0)
                .alert()
                .seenBy(
                        subscription,
                        row.getString("reason"),
                        List.of((Integer[]) row.getArray("findings").getArray()),
                        news(row));
    }

    /** The last alert on an article, whatever its revision. */
    public Optional<Alert> lastOn(ArticleId article) {
        return jdbc.sql("""
                select position, event, text, trace from alert
                where article_id = :article order by position desc limit 1""")
                .param("article", article.value())
                .query(Alerts::placed)
                .optional()
                .map(Placed::alert);
    }

    /** The last alerts of each of these stories, newest first. */
    public List<Placed> ofStories(Collection<StoryId> stories, int limitOfEach) {
        return jdbc.sql("""
                select position, event, text, trace from (
                    select *, row_number() over (partition by story_id order by position desc) as place
                    from alert where story_id = any(:stories)) as alerts
                where place <= :limit order by position desc""")
                .param("stories", stories.stream().map(StoryId::value).toArray(String[]::new))
                .param("limit", limitOfEach)
                .query(Alerts::placed)
                .list();
    }

    /** The place of the last one; 0 before the first. */
    public long last() {
        return jdbc.sql("select coalesce(max(position), 0) from alert")
                .query(Long.class)
                .single();
    }

    /** Newest first, older than the given place. */
    public List<Placed> before(long position, int limit) {
        return jdbc.sql("""
                select position, event, text, trace from alert
                where position < :position order by position desc limit :limit""")
                .param("position", position)
                .param("limit", limit)
                .query(Alerts::placed)
                .list();
    }

    /**
     * What a reader may lack who has seen the given place: oldest first, what stands after it, and before it what was raised
     * so shortly before that it may have been committed later. Some of that the reader has.
     */
    public List<Placed> since(long position, int limit) {
        return jdbc.sql("""
                select position, event, text, trace from alert
                where position > :position - :few and (position > :position or (position < :position and
                    raised_at > (select raised_at - interval '5 seconds' from alert where position = :position)))
                order by position limit :limit""")
                .param("position", position)
                .param("few", COMMITTED_OUT_OF_ORDER)
                .param("limit", limit)
                .query(Alerts::placed)
                .list();
    }

    /** Oldest first, after the given place. */
    public List<Place> placesAfter(long position, int limit) {
        return jdbc.sql("select position, id from alert where position > :position order by position limit :limit")
                .param("position", position)
                .param("limit", limit)
                .query((row, _) -> new Place(row.getLong("position"), new AlertId(row.getString("id"))))
                .list();
    }

    /**
     * Deletes alerts that were raised before this time, with their routes, deliveries and attempts.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from alert where id in (
                    select id from alert where raised_at < :before order by raised_at limit :limit)""")
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }

    private static List<News> news(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("news").getArray())
                .map(News::valueOf)
                .toList();
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        var event = EventJson.read(row.getString("event").getBytes(UTF_8), AlertRaised.class);
        return new Placed(
                row.getLong("position"),
                new Alert(event, row.getString("text"), new TraceParent(row.getString("trace"))));
    }

    private static Instant raisedAt(AlertRaised event) {
        var alerted = event.hops().alerted();
        if (alerted == null) {
            throw new IllegalArgumentException("hops.alerted: none (expected: when the alert was raised)");
        }
        return alerted;
    }
}
