package org.tumen.crawler.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.article.ChangeKind;

/** What was published of each article last, so that the same is not published again. */
@Component
public class ArticleLog {

    /** No text has this hash, so whatever comes after it is new. */
    private static final String WITHDRAWN = "withdrawn";

    private final JdbcClient database;
    private final Clock clock;

    ArticleLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether there is such an article. */
    public boolean knows(ArticleId id) {
        return last(id).isPresent();
    }

    /** The number of the revision that this title and text are; empty when they are what was published last. */
    public Optional<Integer> nextRevision(ArticleId id, String title, String text) {
        var last = last(id);
        if (last.isEmpty()) {
            return Optional.of(1);
        }
        return last.get().contentHash().equals(hash(title, text))
                ? Optional.empty()
                : Optional.of(last.get().revision() + 1);
    }

    /** Notes that this revision was published. */
    public void published(Article article) {
        database.sql("""
                insert into article (id, url, revision, content_hash, published)
                values (:id, :url, :revision, :hash, :now)
                on conflict (id) do update set revision = excluded.revision, content_hash = excluded.content_hash,
                  published = excluded.published
                """)
                .param("id", article.id().value())
                .param("url", article.url().toString())
                .param("revision", article.revision())
                .param("hash", isWithdrawn(article) ? WITHDRAWN : hash(article.title(), article.text()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static boolean isWithdrawn(Article article) {
        return article.change() != null && article.change().kind() == ChangeKind.WITHDRAWN;
    }

    private Optional<Published> last(ArticleId id) {
        return database.sql("select revision, content_hash from article where id = :id")
                .param("id", id.value())
                .query(Published.class)
                .optional();
    }

    private static String hash(String title, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(title.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** One row. */
    record Published(int revision, String contentHash) {}
}
