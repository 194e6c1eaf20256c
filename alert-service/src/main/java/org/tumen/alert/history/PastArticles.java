package org.tumen.alert.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.json.EventJson;

/** The assessments themselves, with the articles in them, as long as they are kept: what can be tried on them is. */
@Repository
public class PastArticles {

    private final JdbcClient jdbc;

    PastArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An article with its time.
     *
     * @param publishedAt as the history has it, UTC
     */
    public record Past(ArticleAssessed assessed, Instant publishedAt) {}

    /**
     * What is about to be replaced by this one stays among the earlier revisions, unless it is of the same revision. Nobody
     * else replaces it until the end of the transaction.
     */
    void keepTheOneBefore(Article article) {
        jdbc.sql("""
                insert into earlier_revision (article_id, revision, assessment, kept_at)
                select article_id, revision, assessment, kept_at from assessed_article
                where article_id = :article and revision < :revision and assessment is not null
                for update
                on conflict do nothing""")
                .param("article", article.id().value())
                .param("revision", article.revision())
                .update();
    }

    /**
     * Articles in the order of their publication.
     *
     * @param after the one before the first; null to begin at the time
     */
    public List<Past> since(Instant time, @Nullable Past after, int limit) {
        return jdbc.sql("""
                select assessment, published_at from assessed_article
                where assessment is not null and published_at >= :since and (published_at, article_id) > (:time, :article)
                order by published_at, article_id limit :limit""")
                .param("since", at(time))
                .param("time", at(after == null ? time : after.publishedAt()))
                .param("article", after == null ? "" : id(after).value())
                .param("limit", limit)
                .query((row, _) -> new Past(
                        EventJson.read(row.getBytes("assessment"), ArticleAssessed.class),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many articles of this time and later are known of which no text is kept. */
    public long withoutTextSince(Instant time) {
        return jdbc.sql("select count(*) from assessed_article where assessment is null and published_at >= :time")
                .param("time", at(time))
                .query(Long.class)
                .single();
    }

    /**
     * Forgets assessments that were kept before this time; what was counted of them stays.
     *
     * @return how many, at most the limit
     */
    public int forget(Instant before, int limit) {
        jdbc.sql("delete from earlier_revision where kept_at < :before")
                .param("before", at(before))
                .update();
        return jdbc.sql("""
                update assessed_article set assessment = null where article_id in (
                    select article_id from assessed_article where kept_at < :before and assessment is not null limit :limit)""").param("before", at(before)).param("limit", limit).update();
    }

    private static ArticleId id(Past past) {
        return past.assessed().article().id();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
