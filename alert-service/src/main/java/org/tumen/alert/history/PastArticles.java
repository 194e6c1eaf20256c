package org.tumen.alert.history;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.json.EventJson;

/** The assessments themselves, with the articles in them, as long as they are kept: what can be tried on them is. */
@Repository
public class PastArticles {

    private final JdbcClient jdbc;
    private final Clock clock;

    PastArticles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An article with its time.
     *
     * @param publishedAt as the history has it, UTC
     */
    public record Past(ArticleAssessed assessed, Instant publishedAt) {}

    /** Keeps an assessment beside what {@link History} has of it, unless that is of another revision. */
    @Transactional
    public void keep(ArticleAssessed assessed) {
        var article = assessed.article();
        if (article.revision() > 1) {
            keepTheOneBefore(article);
        }
        jdbc.sql("""
                update assessed_article set assessment = :assessment, kept_at = :now
                where article_id = :article and revision = :revision""")
                .param("assessment", EventJson.write(assessed))
                .param("now", at(clock.instant()))
                .param("article", article.id().value())
                .param("revision", article.revision())
                .update();
    }

    /** What is about to be replaced stays among the earlier revisions, unless it is of the same one. */
    private void keepTheOneBefore(Article article) {
        jdbc.sql("select assessment, kept_at from assessed_article where article_id = :id and assessment is not null")
                .param("id", article.id().value())
                .query((row, _) ->
                        new Before(row.getBytes("assessment"), row.getObject("kept_at", OffsetDateTime.class)))
                .optional()
                .ifPresent(before -> keepTheOneBefore(article, before));
    }

    private void keepTheOneBefore(Article article, Before before) {
        var revision = EventJson.read(before.assessment(), ArticleAssessed.class)
                .article()
                .revision();
        if (revision >= article.revision()) {
            return;
        }
        jdbc.sql("""
                insert into earlier_revision (article_id, revision, assessment, kept_at)
                values (:article, :revision, :assessment, :keptAt) on conflict do nothing""")
                .param("article", article.id().value())
                .param("revision", revision)
                .param("assessment", before.assessment())
                .param("keptAt", before.keptAt())
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way from one table to another.
    private record Before(byte[] assessment, OffsetDateTime keptAt) {}

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
