package org.tumen.alert.dashboard.story;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.json.EventJson;

/** What the history has of a story's articles. */
@Repository
class StoryQuery {

    private final JdbcClient jdbc;

    StoryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An article of a story.
     *
     * @param at when it appeared, UTC
     * @param copyOf the article whose text it repeats; its own id when it is the first with it
     * @param withdrawn whether its outlet does not say it any more
     * @param publisher null where the history does not have it, as title and url are
     */
    record Member(
            ArticleId id,
            Instant at,
            String language,
            ArticleId copyOf,
            boolean withdrawn,
            int revision,
            @Nullable String publisher,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String url) {

        boolean isReprint() {
            return !copyOf.equals(id);
        }
    }

    /** In the order in which they appeared. */
    List<Member> members(String story, int limit) {
        return jdbc.sql("""
                select s.article_id, (s.account ->> 'at')::timestamptz as at, s.account ->> 'language' as language, s.copy_of,
                    (s.account ->> 'withdrawn')::boolean as withdrawn, s.revision, a.publisher, a.kind, a.title, a.url
                from story_article s left join assessed_article a using (article_id)
                where s.story_id = :story order by at, s.position limit :limit""")
                .param("story", story)
                .param("limit", limit)
                .query((row, _) -> new Member(
                        new ArticleId(row.getString("article_id")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("language"),
                        new ArticleId(row.getString("copy_of")),
                        row.getBoolean("withdrawn"),
                        row.getInt("revision"),
                        row.getString("publisher"),
                        row.getString("kind"),
                        row.getString("title"),
                        row.getString("url")))
                .list();
    }

    /** Whether an article is in a story: whoever may see the story may see its articles. */
    boolean has(String story, ArticleId article) {
        return jdbc.sql("""
                        select exists (select 1 from story_article where story_id = :story and article_id = :article)
                            or exists (select 1 from alert where id = :story and article_id = :article)""")
                .param("story", story)
                .param("article", article.value())
                .query(Boolean.class)
                .single();
    }

    /** The assessment of its latest revision, with its text; empty when it is not kept. */
    Optional<ArticleAssessed> assessed(ArticleId article) {
        return jdbc.sql("select assessment from assessed_article where article_id = :id and assessment is not null")
                .param("id", article.value())
                .query((row, _) -> EventJson.read(row.getBytes("assessment"), ArticleAssessed.class))
                .optional();
    }

    /** Every revision that is kept of these articles, article by article, oldest first. */
    List<ArticleAssessed> revisions(List<ArticleId> articles) {
        return jdbc.sql("""
                select assessment from (
                    select article_id, revision, assessment from earlier_revision where article_id = any(:ids)
                    union all
                    select article_id, revision, assessment from assessed_article
                    where article_id = any(:ids) and assessment is not null) as revisions
                order by article_id, revision""")
                .param("ids", articles.stream().map(ArticleId::value).toArray(String[]::new))
                .query((row, _) -> EventJson.read(row.getBytes("assessment"), ArticleAssessed.class))
                .list();
    }
}
