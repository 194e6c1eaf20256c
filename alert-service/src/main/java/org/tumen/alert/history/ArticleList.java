package org.tumen.alert.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.json.EventJson;

/** Articles and what was found in them, for programs. */
@Repository
class ArticleList {

    private final JdbcClient jdbc;

    ArticleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An article.
     *
     * @param publishedAt when it appeared, UTC
     * @param origin the article whose text it repeats; null when that is not known
     * @param findings how many things were found in it
     */
    record Line(
            String id,
            int revision,
            @Nullable String title,
            @Nullable String url,
            String language,
            @Nullable String publisher,
            @Nullable String feed,
            Instant publishedAt,
            @Nullable Instant discoveredAt,
            @Nullable String origin,
            long findings) {}

    /**
     * Something that was found.
     *
     * @param article in which
     * @param status reported, announced, denied, anticipated, historical or opinion
     */
    record Found(
            String article,
            Instant publishedAt,
            @Nullable String title,
            @Nullable String publisher,
            String signal,
            String giver,
            String receiver,
            String tier,
            String polarity,
            String status,
            double score,
            boolean reprint) {}

    /**
     * Newest first, after this one.
     *
     * @param feed of this feed; empty for all
     */
    List<Line> after(String id, String feed, int limit) {
        return jdbc.sql("""
                select a.*, (select count(*) from past_finding f where f.article_id = a.article_id) as findings
                from assessed_article a
                where (:feed = '' or feed = :feed) and (:after = '' or (published_at, article_id) < (
                    select published_at, article_id from assessed_article where article_id = :after))
                order by published_at desc, article_id desc limit :limit""")
                .param("after", id)
                .param("feed", feed)
                .param("limit", limit)
                .query(ArticleList::line)
                .list();
    }

    Optional<Line> find(String id) {
        return jdbc.sql("""
                select a.*, (select count(*) from past_finding f where f.article_id = a.article_id) as findings
                from assessed_article a where article_id = :id""").param("id", id).query(ArticleList::line).optional();
    }

    /** The assessment with the text; empty when it is not kept. */
    Optional<ArticleAssessed> assessed(String id) {
        return jdbc.sql("select assessment from assessed_article where article_id = :id and assessment is not null")
                .param("id", id)
                .query((row, _) -> EventJson.read(row.getBytes("assessment"), ArticleAssessed.class))
                .optional();
    }

    /**
     * Newest first, after this place.
     *
     * @param signal empty for all
     */
    List<Found> found(String signal, FoundPlace after, int limit) {
        return jdbc.sql("""
                select f.*, a.published_at, a.title, a.publisher
                from past_finding f join assessed_article a using (article_id)
                where (:signal = '' or f.signal = :signal)
                    and (a.published_at, f.article_id, f.signal, f.giver, f.receiver)
                        < (:at, :article, :afterSignal, :giver, :receiver)
                order by a.published_at desc, f.article_id desc, f.signal desc, f.giver desc, f.receiver desc
                limit :limit""")
                .param("signal", signal)
                .param("at", OffsetDateTime.ofInstant(after.publishedAt(), ZoneOffset.UTC))
                .param("article", after.article())
                .param("afterSignal", after.signal())
                .param("giver", after.giver())
                .param("receiver", after.receiver())
                .param("limit", limit)
                .query((row, _) -> new Found(
                        row.getString("article_id"),
                        instant(row, "published_at"),
                        row.getString("title"),
                        row.getString("publisher"),
                        row.getString("signal"),
                        row.getString("giver"),
                        row.getString("receiver"),
                        row.getString("tier"),
                        row.getString("polarity"),
                        row.getString("status"),
                        row.getDouble("score"),
                        row.getBoolean("copy")))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("article_id"),
                row.getInt("revision"),
                row.getString("title"),
                row.getString("url"),
                row.getString("language"),
                row.getString("publisher"),
                row.getString("feed"),
                instant(row, "published_at"),
                row.getObject("discovered_at") == null ? null : instant(row, "discovered_at"),
                row.getString("origin"),
                row.getLong("findings"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
