package org.tumen.crawler.poll;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.crawler.entry.Wishes;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.crawler.rhythm.PostingPattern;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the state of feeds in the database. */
@Component
class PollStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;
    private final Clock clock;

    PollStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The state of a feed; a new one when it was not polled at its address before. */
    PollState load(FeedConfig feed) {
        var fresh = PollState.fresh(feed.url(), clock.instant());
        return find("select * from feed where id = :id", feed.id())
                .map(state -> state.url().equals(feed.url()) ? state : fresh.after(state))
                .orElse(fresh);
    }

    /** What came of a poll. */
    void save(FeedId feed, PollState state) {
        save(feed, state, clock.instant());
    }

    /** What changed without a poll. */
    void note(FeedId feed, PollState state) {
        save(feed, state, null);
    }

    private void save(FeedId feed, PollState state, @Nullable Instant polled) {
        database.sql("""
                insert into feed (id, url, state, since, reason, done, next_poll, failures, etag, last_modified,
                                  body_hash, last_fresh, rhythm_millis, last_poll, pattern, wishes, moved_to, moving_to,
                                  moving_seen)
                values (:id, :url, :state, :since, :reason, :done, :nextPoll, :failures, :etag, :lastModified,
                        :bodyHash, :lastFresh, :rhythm, :lastPoll, :pattern, :wishes, :movedTo, :movingTo, :movingSeen)
                on conflict (id) do update set
                  url = excluded.url, state = excluded.state, since = excluded.since, reason = excluded.reason,
                  done = excluded.done, next_poll = excluded.next_poll, failures = excluded.failures,
                  etag = excluded.etag, last_modified = excluded.last_modified, body_hash = excluded.body_hash,
                  last_fresh = excluded.last_fresh, rhythm_millis = excluded.rhythm_millis,
                  last_poll = coalesce(excluded.last_poll, feed.last_poll), pattern = excluded.pattern, wishes = excluded.wishes,
                  moved_to = excluded.moved_to, moving_to = excluded.moving_to, moving_seen = excluded.moving_seen
                """)
                .param("id", feed.value())
                .param("url", state.url().toString())
                .param("state", state.standing().state().name())
                .param("since", timestamp(state.standing().since()))
                .param("reason", state.standing().reason())
                .param("done", timestamp(state.turns().done()))
                .param("nextPoll", timestamp(state.turns().next()))
                .param("failures", state.turns().failures())
                .param("etag", state.validators().etag())
                .param("lastModified", state.validators().lastModified())
                .param("bodyHash", state.bodyHash())
                .param("lastFresh", timestamp(state.seen().lastFresh()))
                .param("rhythm", millis(state.learnt().rhythm()))
                .param("pattern", json(state.learnt().pattern()))
                .param("wishes", json(state.learnt().wishes()))
                .param("movedTo", text(state.move().to()))
                .param("movingTo", text(state.move().seen()))
                .param("movingSeen", state.move().times())
                .param("lastPoll", timestamp(polled), Types.TIMESTAMP)
                .update();
    }

    /**
     * Changes the state of a feed, whoever else is about to; nothing when it was not polled before.
     *
     * @return the former state; empty when there was none
     */
    Optional<PollState> update(FeedConfig feed, UnaryOperator<PollState> change) {
        var former = find("select * from feed where id = :id for update", feed.id())
                .filter(state -> state.url().equals(feed.url()));
        former.ifPresent(state -> save(feed.id(), change.apply(state)));
        return former;
    }

    /** Makes the next poll of a feed due now. */
    void hasten(FeedId feed) {
        database.sql("update feed set next_poll = :now where id = :id and next_poll > :now")
                .param("now", timestamp(clock.instant()))
                .param("id", feed.value())
                .update();
    }

    private Optional<PollState> find(String query, FeedId feed) {
        return database.sql(query)
                .param("id", feed.value())
                .query(PollStore::state)
                .optional();
    }

    private static PollState state(ResultSet row, int number) throws SQLException {
        var rhythm = row.getObject("rhythm_millis", Long.class);
        var wishes = read(row.getString("wishes"), Wishes.class);
        return new PollState(
                URI.create(row.getString("url")),
                new Standing(
                        FeedState.valueOf(row.getString("state")),
                        row.getTimestamp("since").toInstant(),
                        row.getString("reason")),
                new Turns(
                        instant(row.getTimestamp("done")),
                        row.getTimestamp("next_poll").toInstant(),
                        row.getInt("failures")),
                new Seen(
                        new Validators(row.getString("etag"), row.getString("last_modified")),
                        row.getString("body_hash"),
                        instant(row.getTimestamp("last_fresh"))),
                new Learnt(
                        rhythm == null ? null : Duration.ofMillis(rhythm),
                        read(row.getString("pattern"), PostingPattern.class),
                        wishes == null ? Wishes.NONE : wishes),
                new Move(uri(row.getString("moved_to")), uri(row.getString("moving_to")), row.getInt("moving_seen")));
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : JSON.readValue(json, type);
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
