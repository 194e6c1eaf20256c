package org.tumen.crawler.revision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.article.ChangeKind;

/** The last words of each article for as long as they may still be edited, to tell what changed. */
@Component
class KeptTexts {

    private final JdbcClient database;
    private final RevisionProperties properties;
    private final Clock clock;

    KeptTexts(JdbcClient database, RevisionProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What stood there last.
     *
     * @param author null when none was named
     * @param origin null when the text was too short to tell
     * @param isWithdrawn whether the page had been taken down
     */
    record Kept(
            int revision,
            String title,
            String text,
            @Nullable String author,
            String language,
            @Nullable ArticleId origin,
            @Nullable String wire,
            boolean isWithdrawn) {}

    Optional<Kept> find(ArticleId article) {
        return database.sql("select * from kept_text where article = :article")
                .param("article", article.value())
                .query(KeptTexts::kept)
                .optional();
    }

    void keep(Article article) {
        var change = article.change();
        var origin = article.origin();
        database.sql("""
                insert into kept_text (article, revision, title, text, author, language, origin, wire, withdrawn, kept)
                values (:article, :revision, :title, :text, :author, :language, :origin, :wire, :withdrawn, :now)
                on conflict (article) do update set revision = excluded.revision, title = excluded.title,
                  text = excluded.text, author = excluded.author, language = excluded.language,
                  origin = excluded.origin, wire = excluded.wire, withdrawn = excluded.withdrawn, kept = excluded.kept
                """)
                .param("article", article.id().value())
                .param("revision", article.revision())
                .param("title", storable(article.title()))
                .param("text", storable(article.text()))
                .param("author", article.author() == null ? null : storable(article.author()))
                .param("language", article.language())
                .param("origin", origin == null ? null : origin.value())
                .param("wire", article.wire())
                .param("withdrawn", change != null && change.kind() == ChangeKind.WITHDRAWN)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    int forgetOld() {
        return database.sql("delete from kept_text where kept < :oldest")
                .param("oldest", Timestamp.from(clock.instant().minus(properties.keepFor())))
                .update();
    }

    /** PostgreSQL takes no text with a zero character in it. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var origin = row.getString("origin");
        return new Kept(
                row.getInt("revision"),
                row.getString("title"),
                row.getString("text"),
                row.getString("author"),
                row.getString("language"),
                origin == null ? null : new ArticleId(origin),
                row.getString("wire"),
                row.getBoolean("withdrawn"));
    }
}
