package org.tumen.alert.expectation;

import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.feed.FeedHealthChanged;

/** How each feed is doing, as the crawler last said. */
@Repository
public class FeedStates {

    private final JdbcClient jdbc;

    FeedStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the later of what is told and what is known: the same told again changes nothing. */
    public void keep(FeedHealthChanged change) {
        jdbc.sql("""
                insert into feed_state (feed, state, since) values (:feed, :state, :since)
                on conflict (feed) do update set state = excluded.state, since = excluded.since
                where feed_state.since <= excluded.since""")
                .param("feed", change.feed().value())
                .param("state", change.state().name().toLowerCase(Locale.ROOT))
                .param("since", change.since().atOffset(ZoneOffset.UTC))
                .update();
    }
}
