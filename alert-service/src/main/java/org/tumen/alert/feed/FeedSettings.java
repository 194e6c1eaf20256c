package org.tumen.alert.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedSettingsChanged;
import org.tumen.model.json.EventJson;

/**
 * What is wanted of feeds, and what of it is still to be published. Only the last change of a feed counts, so the table is
 * its own outbox: a change waits until the broker has it, and what was changed meanwhile waits again.
 */
@Repository
public class FeedSettings {

    /** Of the advisory lock under which they are published: one instance at a time, or an older change could come last. */
    private static final long LOCK = 7_300_001;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    FeedSettings(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** There is something to be published. */
    public record Changed() {}

    /**
     * A change that the broker does not have.
     *
     * @param change its number among those of the feed
     * @param event null when nothing is wanted of the feed any more
     */
    public record Untold(FeedId feed, long change, @Nullable FeedSettingsChanged event) {}

    /**
     * What is wanted of a feed.
     *
     * @param change the number of its last change; 0 when there never was one
     * @param event null for nothing, or nothing any more
     */
    record Setting(long change, @Nullable FeedSettingsChanged event) {

        private static final Setting NONE = new Setting(0, null);
    }

    Setting find(FeedId feed) {
        return jdbc.sql("select change, event from feed_setting where feed = :feed")
                .param("feed", feed.value())
                .query((row, _) -> new Setting(row.getLong("change"), event(row)))
                .optional()
                .orElse(Setting.NONE);
    }

    /** Also one that was taken back: what the crawler told of it may come later than that. */
    boolean wasAdded(FeedId feed) {
        return jdbc.sql("select exists (select 1 from feed_setting where feed = :feed and added)")
                .param("feed", feed.value())
                .query(Boolean.class)
                .single();
    }

    /** By feed. */
    Map<String, FeedSettingsChanged> all() {
        var all = new HashMap<String, FeedSettingsChanged>();
        jdbc.sql("select feed, event from feed_setting where event is not null").query(row -> {
            all.put(row.getString("feed"), read(row.getString("event")));
        });
        return all;
    }

    /**
     * Changes what is wanted of a feed.
     *
     * @param wanted null for nothing any more
     * @param seen the number of the last change that is known of; null for whichever
     * @return false when there was another since, and nothing was done
     */
    boolean set(FeedId feed, @Nullable FeedSettingsChanged wanted, @Nullable Long seen) {
        var changed = jdbc.sql("""
                insert into feed_setting (feed, event, added, change)
                values (:feed, cast(:event as jsonb), :added, 1)
                on conflict (feed) do update set event = excluded.event,
                    added = feed_setting.added or excluded.added, change = feed_setting.change + 1
                where feed_setting.change = coalesce(cast(:seen as bigint), feed_setting.change)""")
                .param("feed", feed.value())
                .param("event", json(wanted), Types.VARCHAR)
                .param("added", isAdded(wanted))
                .param("seen", seen, Types.BIGINT)
                .update();
        if (changed == 0) {
            return false;
        }
        events.publishEvent(new Changed());
        return true;
    }

    /**
     * What is to be published now, for the caller's transaction, until the end of which no other instance publishes any of
     * it. Whoever changes a feed meanwhile does not wait.
     */
    public List<Untold> untold(int most) {
        var mine = jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        return !mine
                ? List.of()
                : jdbc.sql("select * from feed_setting where told is distinct from change order by feed limit :most")
                        .param("most", most)
                        .query((row, _) ->
                                new Untold(new FeedId(row.getString("feed")), row.getLong("change"), event(row)))
                        .list();
    }

    /** The broker has it. */
    public void told(Untold change) {
        jdbc.sql("update feed_setting set told = :change where feed = :feed")
                .param("feed", change.feed().value())
                .param("change", change.change())
                .update();
    }

    /**
     * Keeps what stands on the topic, after a loss of the database; what somebody asked for since stays.
     *
     * @param wanted null for nothing any more
     */
    public void keepTold(FeedId feed, @Nullable FeedSettingsChanged wanted) {
        jdbc.sql("""
                insert into feed_setting (feed, event, added, change, told)
                values (:feed, cast(:event as jsonb), :added, 1, 1)
                on conflict (feed) do update set event = excluded.event, added = feed_setting.added or excluded.added,
                    change = feed_setting.change + 1, told = feed_setting.told + 1
                where feed_setting.told = feed_setting.change""")
                .param("feed", feed.value())
                .param("event", json(wanted), Types.VARCHAR)
                .param("added", isAdded(wanted))
                .update();
    }

    /** Has everything published once more: a broker that lost its disk knows of nothing. */
    public void tellAgain() {
        jdbc.sql("update feed_setting set told = null").update();
        events.publishEvent(new Changed());
    }

    private static @Nullable String json(@Nullable FeedSettingsChanged wanted) {
        return wanted == null ? null : new String(EventJson.write(wanted), UTF_8);
    }

    private static boolean isAdded(@Nullable FeedSettingsChanged wanted) {
        return wanted != null && wanted.definition() != null;
    }

    private static @Nullable FeedSettingsChanged event(ResultSet row) throws SQLException {
        var json = row.getString("event");
        return json == null ? null : read(json);
    }

    private static FeedSettingsChanged read(String json) {
        return EventJson.read(json.getBytes(UTF_8), FeedSettingsChanged.class);
    }
}
