package org.tumen.alert.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.alert.StoryId;
import tools.jackson.databind.json.JsonMapper;

/** Silences in the database, those that have ended too. */
@Repository
class SilenceStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ALL_OF_IT = """
            id, matchers, starts_at, ends_at, quiet_hours, author, comment, deliver, created_at, news_at, ended_at, ended_why""";

    private final JdbcClient jdbc;

    SilenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Silence silence) {
        jdbc.sql("""
                insert into silence (
                    id, matchers, starts_at, ends_at, quiet_hours, author, comment, deliver, created_at, news_at)
                values (
                    :id, :matchers::jsonb, :startsAt, :endsAt, :quietHours, :author, :comment, :deliver, :createdAt, :newsAt)""")
                .param("id", silence.id())
                .param("matchers", JSON.writeValueAsString(silence.matchers()))
                .param("startsAt", at(silence.startsAt()))
                .param("endsAt", silence.endsAt() == null ? null : at(silence.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("quietHours", silence.resolvedAfterHours(), Types.INTEGER)
                .param("author", silence.author())
                .param("comment", silence.comment())
                .param("deliver", silence.deliverAfter())
                .param("createdAt", at(silence.createdAt()))
                .param("newsAt", at(silence.newsAt()))
                .update();
    }

    /** Those in force. One that ends at a time comes before one that may last, one that sends nothing before one that does. */
    List<Silence> active(Instant now) {
        return jdbc.sql("select " + ALL_OF_IT + """
                 from silence
                where ended_at is null and starts_at <= :now
                    and coalesce(ends_at, news_at + make_interval(hours => quiet_hours)) > :now
                order by deliver, created_at, id""")
                .param("now", at(now))
                .query(SilenceStore::silence)
                .list();
    }

    Optional<Silence> find(String id) {
        return jdbc.sql("select " + ALL_OF_IT + " from silence where id = :id")
                .param("id", id)
                .query(SilenceStore::silence)
                .optional();
    }

    /**
     * Newest first.
     *
     * @param after the id of the one before the first; empty for the beginning
     */
    List<Silence> last(String after, int limit) {
        return jdbc.sql("select " + ALL_OF_IT + """
                 from silence
                where :after = '' or (created_at, id) < (select created_at, id from silence where id = :after)
                order by created_at desc, id desc limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query(SilenceStore::silence)
                .list();
    }

    void hasNews(String id, Instant now) {
        jdbc.sql("update silence set news_at = greatest(news_at, :now) where id = :id")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** False when it had ended before. */
    boolean end(String id, Instant now, String why) {
        return jdbc.sql("""
                        update silence set ended_at = :now, ended_why = :why
                        where id = :id and ended_at is null
                            and coalesce(ends_at, news_at + make_interval(hours => quiet_hours)) > :now""")
                        .param("now", at(now))
                        .param("why", why)
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Deletes those that ended before this time.
     *
     * @return how many, at most the limit
     */
    int forget(Instant before, int limit) {
        return jdbc.sql("""
                delete from silence where id in (
                    select id from silence
                    where coalesce(ended_at, ends_at, news_at + make_interval(hours => quiet_hours)) < :before
                    limit :limit)""").param("before", at(before)).param("limit", limit).update();
    }

    /**
     * What a silence has covered.
     *
     * @param story null when the alert is on none
     * @param delivered whether it was sent after all
     */
    record Item(
            String alert,
            @Nullable StoryId story,
            String subscription,
            String title,
            Instant raisedAt,
            boolean delivered) {}

    /** Newest first. */
    List<Item> items(String silence, int limit) {
        return jdbc.sql("""
                select a.id, a.story_id, r.subscription, a.event -> 'article' ->> 'title' as title, a.raised_at,
                    exists (
                        select 1 from delivery_item i join delivery d on d.id = i.delivery_id
                        where i.alert_id = r.alert_id and i.subscription = r.subscription
                            and i.silence is null and d.state = 'delivered') as delivered
                from route r join alert a on a.id = r.alert_id
                where r.silence = :silence order by a.position desc, r.subscription limit :limit""")
                .param("silence", silence)
                .param("limit", limit)
                .query((row, _) -> new Item(
                        row.getString("id"),
                        row.getString("story_id") == null ? null : new StoryId(row.getString("story_id")),
                        row.getString("subscription"),
                        row.getString("title"),
                        instant(row, "raised_at"),
                        row.getBoolean("delivered")))
                .list();
    }

    private static Silence silence(ResultSet row, int number) throws SQLException {
        var hours = row.getInt("quiet_hours");
        return new Silence(
                row.getString("id"),
                JSON.readValue(row.getString("matchers"), Matchers.class),
                instant(row, "starts_at"),
                optional(row, "ends_at"),
                hours == 0 ? null : hours,
                row.getString("author"),
                row.getString("comment"),
                row.getBoolean("deliver"),
                instant(row, "created_at"),
                instant(row, "news_at"),
                optional(row, "ended_at"),
                row.getString("ended_why"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
