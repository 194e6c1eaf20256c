package org.tumen.crawler.poll;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.crawler.feed.FeedConfig;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** Keeps the state of feeds in the database. */
@Component
class PollStore {

    private final JdbcClient database;
    private final Clock clock;

    PollStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The state of a feed; a new one when it was not polled at its address before. */
    PollState load(FeedConfig feed) {
        return find(feed.id())
                .filter(state -> state.url().equals(feed.url()))
                .orElseGet(() -> PollState.fresh(feed.url(), clock.instant()));
    }

    void save(FeedId feed, PollState state) {
        database.sql("""
                insert into feed (id, url, state, since, reason, done, next_poll, failures, etag, last_modified,
                                  body_hash, last_fresh, rhythm_millis, last_poll)
                values (:id, :url, :state, :since, :reason, :done, :nextPoll, :failures, :etag, :lastModified,
                        :bodyHash, :lastFresh, :rhythm, :lastPoll)
                on conflict (id) do update set
                  url = excluded.url, state = excluded.state, since = excluded.since, reason = excluded.reason,
                  done = excluded.done, next_poll = excluded.next_poll, failures = excluded.failures,
                  etag = excluded.etag, last_modified = excluded.last_modified, body_hash = excluded.body_hash,
                  last_fresh = excluded.last_fresh, rhythm_millis = excluded.rhythm_millis,
                  last_poll = excluded.last_poll
                """)
                .param("id", feed.value())
                .param("url", state.url().toString())
                .param("state", state.state().name())
                .param("since", timestamp(state.since()))
                .param("reason", state.reason())
                .param("done", timestamp(state.done()))
                .param("nextPoll", timestamp(state.nextPoll()))
                .param("failures", state.failures())
                .param("etag", state.validators().etag())
                .param("lastModified", state.validators().lastModified())
                .param("bodyHash", state.bodyHash())
                .param("lastFresh", timestamp(state.lastFresh()))
                .param("rhythm", state.rhythm() == null ? null : state.rhythm().toMillis())
                .param("lastPoll", timestamp(clock.instant()))
                .update();
    }

    private Optional<PollState> find(FeedId feed) {
        return database.sql("select * from feed where id = :id")
                .param("id", feed.value())
                .query(PollStore::state)
                .optional();
    }

    private static PollState state(ResultSet row, int number) throws SQLException {
        var rhythm = row.getObject("rhythm_millis", Long.class);
        return new PollState(
                URI.create(row.getString("url")),
                FeedState.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getString("reason"),
                instant(row.getTimestamp("done")),
                row.getTimestamp("next_poll").toInstant(),
                row.getInt("failures"),
                new Validators(row.getString("etag"), row.getString("last_modified")),
                row.getString("body_hash"),
                instant(row.getTimestamp("last_fresh")),
                rhythm == null ? null : Duration.ofMillis(rhythm));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
