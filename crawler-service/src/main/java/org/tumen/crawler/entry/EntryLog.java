package org.tumen.crawler.entry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.FeedId;

/**
 * Every entry ever seen in a feed, and what became of it. Each is in one state: discovered = requested + published +
 * rejected. Entries are told apart by their own ids, within their feed.
 */
@Component
public class EntryLog {

    /** Longer ids are kept as their hash: the database's index takes no more than 2,700 bytes. */
    private static final int MAX_KEY = 300;

    private final JdbcClient database;
    private final Clock clock;

    EntryLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those of these ids that were not seen in the feed before. */
    public Set<String> unseen(FeedId feed, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var byKey = ids.stream().collect(Collectors.toMap(EntryLog::key, id -> id, (first, _) -> first));
        var seen = new HashSet<>(database.sql("select key from entry where feed = :feed and key in (:keys)")
                .param("feed", feed.value())
                .param("keys", byKey.keySet())
                .query(String.class)
                .list());
        return byKey.entrySet().stream()
                .filter(entry -> !seen.contains(entry.getKey()))
                .map(entry -> entry.getValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its page was asked for. What became of a page that was faster than this note stays. */
    public void requested(FeedId feed, String id, URI url) {
        insert(feed, id, url.toString(), "REQUESTED", null);
    }

    /** It will never be an article, for this reason. */
    public void rejected(FeedId feed, String id, @Nullable URI url, String reason) {
        insert(feed, id, url == null ? null : url.toString(), "REJECTED", reason);
        settle(feed, id, "REJECTED", reason, null);
    }

    /** It is this article. */
    public void published(FeedId feed, String id, URI url, ArticleId article) {
        insert(feed, id, url.toString(), "PUBLISHED", null);
        settle(feed, id, "PUBLISHED", null, article);
    }

    /** Whether it is published or rejected already. */
    public boolean isSettled(FeedId feed, String id) {
        return database.sql("select count(*) from entry where feed = :feed and key = :key and state <> 'REQUESTED'")
                        .param("feed", feed.value())
                        .param("key", key(id))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** One more attempt at its page failed; the answer is how many have. */
    public int failed(FeedId feed, String id, URI url, String reason) {
        insert(feed, id, url.toString(), "REQUESTED", reason);
        return database.sql("""
                update entry set attempts = attempts + 1, reason = :reason, changed = :now
                where feed = :feed and key = :key returning attempts
                """)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("feed", feed.value())
                .param("key", key(id))
                .query(Integer.class)
                .single();
    }

    private void insert(FeedId feed, String id, @Nullable String url, String state, @Nullable String reason) {
        database.sql("""
                insert into entry (feed, key, url, state, reason, discovered, changed)
                values (:feed, :key, :url, :state, :reason, :now, :now) on conflict do nothing
                """)
                .param("feed", feed.value())
                .param("key", key(id))
                .param("url", url)
                .param("state", state)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void settle(FeedId feed, String id, String state, @Nullable String reason, @Nullable ArticleId article) {
        database.sql("""
                update entry set state = :state, reason = :reason, article = :article, changed = :now
                where feed = :feed and key = :key
                """)
                .param("state", state)
                .param("reason", reason)
                .param("article", article == null ? null : article.value())
                .param("now", Timestamp.from(clock.instant()))
                .param("feed", feed.value())
                .param("key", key(id))
                .update();
    }

    private static String key(String id) {
        if (id.length() <= MAX_KEY && id.indexOf('\0') < 0) {
            return id;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return "sha-256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
