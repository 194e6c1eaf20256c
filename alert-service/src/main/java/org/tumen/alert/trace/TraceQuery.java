package org.tumen.alert.trace;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.json.EventJson;

/** Looks in every table that an article passes through. */
@Repository
class TraceQuery {

    private final JdbcClient jdbc;

    TraceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the history has of an article.
     *
     * @param assessed null when it is not kept any more
     * @param origin the article whose text it repeats; null when that is not known
     */
    record Known(
            ArticleId id,
            int revision,
            String url,
            @Nullable String title,
            String language,
            @Nullable String feed,
            String publisher,
            Instant publishedAt,
            @Nullable Instant discoveredAt,
            @Nullable String origin,
            @Nullable ArticleAssessed assessed) {}

    /** A place in a story. */
    record Placed(String story, long before, boolean withdrawn) {}

    /** An alert to a subscription; the silence is null when none kept it. */
    record Routed(
            String alert,
            Instant at,
            int revision,
            String subscription,
            String reason,
            @Nullable String silence) {}

    /** What was sent where. */
    record Sent(
            String subscription,
            String channel,
            String state,
            String why,
            Instant plannedAt,
            @Nullable Instant settledAt,
            long attempts) {}

    /** Under which ids an article at this address may be kept: people paste more of an address than is canonical. */
    static Set<String> idsOf(String url) {
        var ids = new LinkedHashSet<String>();
        for (var address : addresses(url)) {
            try {
                ids.add(ArticleId.of(URI.create(address)).value());
            } catch (IllegalArgumentException _) {
                // It is no address; it may be an id.
            }
        }
        if (url.matches("[0-9a-f]{64}")) {
            ids.add(url);
        }
        return ids;
    }

    /** As it is, then without fragment, query and last slash, in both schemes. */
    static Set<String> addresses(String url) {
        var addresses = new LinkedHashSet<String>();
        var plain = url.strip();
        for (var one : List.of(plain, plain.replaceFirst("#.*", ""), plain.replaceFirst("[?#].*", ""))) {
            for (var two : List.of(one, one.replaceFirst("/$", ""), one + "/")) {
                addresses.add(two);
                addresses.add(two.replaceFirst("^http:", "https:"));
                addresses.add(two.replaceFirst("^https:", "http:"));
            }
        }
        return addresses;
    }

    Optional<Known> find(String url) {
        return jdbc.sql("""
                select * from assessed_article where article_id = any(:ids) or url = any(:addresses)
                order by published_at desc limit 1""")
                .param("ids", idsOf(url).toArray(String[]::new))
                .param("addresses", addresses(url).toArray(String[]::new))
                .query((row, _) -> {
                    var discovered = row.getObject("discovered_at", OffsetDateTime.class);
                    var assessment = row.getBytes("assessment");
                    return new Known(
                            new ArticleId(row.getString("article_id")),
                            row.getInt("revision"),
                            String.valueOf(row.getString("url")),
                            row.getString("title"),
                            row.getString("language"),
                            row.getString("feed"),
                            String.valueOf(row.getString("publisher")),
                            row.getObject("published_at", OffsetDateTime.class).toInstant(),
                            discovered == null ? null : discovered.toInstant(),
                            row.getString("origin"),
                            assessment == null ? null : EventJson.read(assessment, ArticleAssessed.class));
                })
                .optional();
    }

    Optional<Placed> story(ArticleId article) {
        return jdbc.sql("""
                select story_id, (account ->> 'withdrawn')::boolean as withdrawn, (
                    select count(*) from story_article e where e.story_id = s.story_id and e.position < s.position) as before
                from story_article s where article_id = :article""")
                .param("article", article.value())
                .query((row, _) ->
                        new Placed(row.getString("story_id"), row.getLong("before"), row.getBoolean("withdrawn")))
                .optional();
    }

    List<Routed> routes(ArticleId article) {
        return jdbc.sql("""
                select a.id, a.raised_at, (a.event #>> '{article,revision}')::integer as revision, r.subscription, r.reason,
                    r.silence
                from alert a join route r on r.alert_id = a.id
                where a.article_id = :article order by a.position, r.subscription limit 100""")
                .param("article", article.value())
                .query((row, _) -> new Routed(
                        row.getString("id"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        row.getInt("revision"),
                        row.getString("subscription"),
                        row.getString("reason"),
                        row.getString("silence")))
                .list();
    }

    /** By a union of both ways to a delivery: of an {@code or} of them the database makes a walk through all deliveries. */
    List<Sent> deliveries(ArticleId article) {
        return jdbc.sql("""
                with told as (select id from alert where article_id = :article)
                select d.subscription, d.channel, d.state, coalesce(d.reason, d.timing) as why, d.created_at, d.settled_at,
                    (select count(*) from attempt where delivery_id = d.id) as attempts
                from delivery d
                where d.id in (
                    select id from delivery where alert_id in (select id from told)
                    union
                    select delivery_id from delivery_item where alert_id in (select id from told))
                order by d.created_at, d.subscription, d.channel limit 200""")
                .param("article", article.value())
                .query((row, _) -> {
                    var settled = row.getObject("settled_at", OffsetDateTime.class);
                    return new Sent(
                            row.getString("subscription"),
                            row.getString("channel"),
                            row.getString("state"),
                            row.getString("why"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            settled == null ? null : settled.toInstant(),
                            row.getLong("attempts"));
                })
                .list();
    }

    /** How the feed is doing, in words; empty when the crawler has not said. */
    Optional<String> feed(String feed) {
        return jdbc.sql("select state || coalesce(': ' || nullif(reason, ''), '') from feed_state where feed = :feed")
                .param("feed", feed)
                .query(String.class)
                .optional();
    }

    /** Feeds that have brought articles of this host, and how many. */
    List<String> feedsOf(String host) {
        return jdbc.sql("""
                select coalesce(feed, 'unknown') || ' (' || count(*) || ')' from assessed_article
                where url >= 'https://' || :host || '/' and url < 'https://' || :host || '0' group by feed order by count(*) desc limit 10""").param("host", host).query(String.class).list();
    }
}
