package org.tumen.alert.feed;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** How each feed is doing, as the crawler last said. */
@Repository
public class FeedStates {

    /** In which the reason says what went wrong. */
    private static final Set<FeedState> TROUBLE =
            EnumSet.of(FeedState.FAILING, FeedState.GONE, FeedState.THROTTLED, FeedState.EMPTY, FeedState.REFUSED);

    private final JdbcClient jdbc;

    FeedStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the later of what is told and what is known: the same told again changes nothing. */
    public void keep(FeedHealthChanged change) {
        var reason = change.reason().replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
        var isTrouble = TROUBLE.contains(change.state());
        var since = change.since().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into feed_state (feed, state, since, reason, trouble, trouble_at)
                values (:feed, :state, :since, :reason, :trouble, :troubleAt)
                on conflict (feed) do update set
                    state = excluded.state, since = excluded.since, reason = excluded.reason,
                    trouble = coalesce(excluded.trouble, feed_state.trouble),
                    trouble_at = coalesce(excluded.trouble_at, feed_state.trouble_at)
                where feed_state.since <= excluded.since""")
                .param("feed", change.feed().value())
                .param("state", change.state().name().toLowerCase(Locale.ROOT))
                .param("since", since)
                .param("reason", reason)
                .param("trouble", isTrouble ? reason : null, Types.VARCHAR)
                .param("troubleAt", isTrouble ? since : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    boolean isKnown(FeedId feed) {
        return jdbc.sql("select exists (select 1 from feed_state where feed = :feed)")
                .param("feed", feed.value())
                .query(Boolean.class)
                .single();
    }

    void forget(FeedId feed) {
        jdbc.sql("delete from feed_state where feed = :feed")
                .param("feed", feed.value())
                .update();
    }
}
