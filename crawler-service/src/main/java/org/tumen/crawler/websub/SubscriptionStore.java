package org.tumen.crawler.websub;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.model.feed.FeedId;

/** Keeps the subscriptions in the database. */
@Component
class SubscriptionStore {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    SubscriptionStore(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    Optional<Subscription> find(FeedId feed) {
        return database.sql("select * from push_subscription where feed = :feed")
                .param("feed", feed.value())
                .query(SubscriptionStore::subscription)
                .optional();
    }

    Optional<Subscription> findByToken(String token) {
        return database.sql("select * from push_subscription where token = :token")
                .param("token", token)
                .query(SubscriptionStore::subscription)
                .optional();
    }

    List<Subscription> all() {
        return database.sql("select * from push_subscription order by feed")
                .query(SubscriptionStore::subscription)
                .list();
    }

    /** Changes it, whoever else is about to; empty when it is another one by now, or none. */
    Optional<Subscription> update(Subscription known, UnaryOperator<Subscription> change) {
        var changed = transaction.execute(_ -> {
            var next = database.sql("select * from push_subscription where token = :token for update")
                    .param("token", known.terms().token())
                    .query(SubscriptionStore::subscription)
                    .optional()
                    .map(change);
            next.ifPresent(this::save);
            return next;
        });
        return changed == null ? Optional.empty() : changed;
    }

    /** In the place of the feed's former one, if it had one. */
    void save(Subscription subscription) {
        database.sql("""
                insert into push_subscription (feed, hub, topic, token, secret, callback, state, since, reason, lease_ends,
                                               attempts, missed, last_push)
                values (:feed, :hub, :topic, :token, :secret, :callback, :state, :since, :reason, :leaseEnds,
                        :attempts, :missed, :lastPush)
                on conflict (feed) do update set
                  hub = excluded.hub, topic = excluded.topic, token = excluded.token, secret = excluded.secret,
                  callback = excluded.callback, state = excluded.state, since = excluded.since,
                  reason = excluded.reason, lease_ends = excluded.lease_ends, attempts = excluded.attempts,
                  missed = excluded.missed, last_push = excluded.last_push
                """)
                .param("feed", subscription.feed().value())
                .param("hub", subscription.offer().hub().toString())
                .param("topic", subscription.offer().topic().toString())
                .param("token", subscription.terms().token())
                .param("secret", subscription.terms().secret())
                .param("callback", subscription.terms().callback().toString())
                .param("state", subscription.state().name())
                .param("since", Timestamp.from(subscription.since()))
                .param("reason", subscription.reason())
                .param("leaseEnds", timestamp(subscription.leaseEnds()))
                .param("attempts", subscription.attempts())
                .param("missed", subscription.missed())
                .param("lastPush", timestamp(subscription.lastPush()))
                .update();
    }

    void delete(Subscription subscription) {
        database.sql("delete from push_subscription where token = :token")
                .param("token", subscription.terms().token())
                .update();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                new Subscription.Terms(
                        new FeedId(row.getString("feed")),
                        new HubOffer(URI.create(row.getString("hub")), URI.create(row.getString("topic"))),
                        row.getString("token"),
                        row.getString("secret"),
                        URI.create(row.getString("callback"))),
                SubscriptionState.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(),
                row.getString("reason"),
                instant(row.getTimestamp("lease_ends")),
                row.getInt("attempts"),
                row.getInt("missed"),
                instant(row.getTimestamp("last_push")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
