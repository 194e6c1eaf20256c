package org.tumen.alert.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stories and their articles, for programs. */
@Repository
class StoryList {

    private static final String SHOWN = """
            select s.id, s.first_at, s.last_at, s.changed_at, count(a.article_id) as articles,
                count(distinct a.copy_of) as texts, (
                    select title from story_article first join assessed_article using (article_id)
                    where first.story_id = s.id order by first.position limit 1) as title
            from story s left join story_article a on a.story_id = s.id
            """;

    private final JdbcClient jdbc;

    StoryList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A story.
     *
     * @param title of its first article: other people's text; null where it is not kept any more
     * @param texts how many of its articles are not reprints of others
     * @param firstAt when the first article appeared
     * @param changedAt when something came to it last
     */
    record Line(
            String id,
            @Nullable String title,
            long articles,
            long texts,
            Instant firstAt,
            Instant lastAt,
            Instant changedAt) {}

    /**
     * An article of a story.
     *
     * @param copyOf the article whose text it repeats; its own id when it is the first with it
     * @param withdrawn whether its outlet does not say it any more
     */
    record Member(
            String id,
            Instant at,
            int revision,
            String language,
            String copyOf,
            boolean withdrawn,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url) {}

    /** The one with the newest article first, after this one; the newest when there is none. */
    List<Line> after(String id, int limit) {
        return jdbc.sql(SHOWN + """
                where :after = '' or (s.last_at, s.id) < (select last_at, id from story where id = :after)
                group by s.id order by s.last_at desc, s.id desc limit :limit""")
                .param("after", id)
                .param("limit", limit)
                .query(StoryList::line)
                .list();
    }

    Optional<Line> find(String id) {
        return jdbc.sql(SHOWN + "where s.id = :id group by s.id")
                .param("id", id)
                .query(StoryList::line)
                .optional();
    }

    /** In the order in which they came. */
    List<Member> members(String story, int limit) {
        return jdbc.sql("""
                select s.article_id, (s.account ->> 'at')::timestamptz as at, s.revision, s.account ->> 'language' as language,
                    s.copy_of, (s.account ->> 'withdrawn')::boolean as withdrawn, a.publisher, a.title, a.url
                from story_article s left join assessed_article a using (article_id)
                where s.story_id = :story order by s.position limit :limit""")
                .param("story", story)
                .param("limit", limit)
                .query((row, _) -> new Member(
                        row.getString("article_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("revision"),
                        row.getString("language"),
                        row.getString("copy_of"),
                        row.getBoolean("withdrawn"),
                        row.getString("publisher"),
                        row.getString("title"),
                        row.getString("url")))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("title"),
                row.getLong("articles"),
                row.getLong("texts"),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
