package org.tumen.crawler.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.model.article.ArticleId;

/**
 * Tells whose text an article repeats. Remembers the signatures of the articles of the last days, and for each its
 * origin: the first of its copies that was seen.
 */
@Component
@EnableConfigurationProperties(OriginProperties.class)
public class Origins {

    /** One comparison at a time among all crawlers, so that of two copies that come at once one is the first. */
    private static final long LOCK = 0x7475_6d65_6e2d_6370L;

    /** Any copy leads to the origin, so more of them tell no more. */
    private static final int MAX_CANDIDATES = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final OriginProperties properties;
    private final Clock clock;

    Origins(JdbcClient database, TransactionTemplate transaction, OriginProperties properties, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The article whose text this one repeats, or the article itself when nobody had the text before; empty when the text
     * is too short to tell. What was said of an article once stays so, also in its later revisions.
     */
    public Optional<ArticleId> of(ArticleId article, String text) {
        return Signature.of(text).map(signature -> transaction.execute(_ -> origin(article, signature)));
    }

    /** Forgets the signatures of articles that are too old to be copied. */
    int forgetOld() {
        return database.sql("delete from origin where seen < :oldest")
                .param("oldest", Timestamp.from(clock.instant().minus(properties.window())))
                .update();
    }

    private ArticleId origin(ArticleId article, Signature signature) {
        // What is lost with a crash of the database is a few signatures; waiting for its disk would hold up all others.
        database.sql("set local synchronous_commit = off").update();
        database.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rows -> {});
        var said = database.sql("select origin from origin where article = :article")
                .param("article", article.value())
                .query(String.class)
                .optional();
        if (said.isPresent()) {
            return new ArticleId(said.get());
        }
        var origin = candidates(signature).stream()
                .filter(candidate -> candidate.signature.isCopyOf(signature))
                .max(Comparator.comparingDouble(candidate -> candidate.signature.similarity(signature)))
                .map(candidate -> new ArticleId(candidate.origin))
                .orElse(article);
        remember(article, origin, signature);
        return origin;
    }

    private List<Candidate> candidates(Signature signature) {
        return database.sql("""
                select origin, signature, shingles from origin
                where bands && :bands and method = :method and seen > :oldest limit :most
                """)
                .param("bands", signature.bands())
                .param("method", Signature.METHOD)
                .param("oldest", Timestamp.from(clock.instant().minus(properties.window())))
                .param("most", MAX_CANDIDATES)
                .query(Origins::candidate)
                .list();
    }

    private void remember(ArticleId article, ArticleId origin, Signature signature) {
        database.sql("""
                insert into origin (article, origin, seen, method, shingles, signature, bands)
                values (:article, :origin, :seen, :method, :shingles, :signature, :bands)
                """)
                .param("article", article.value())
                .param("origin", origin.value())
                .param("seen", Timestamp.from(clock.instant()))
                .param("method", Signature.METHOD)
                .param("shingles", signature.shingles())
                .param("signature", signature.bytes())
                .param("bands", signature.bands())
                .update();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(row.getString("origin"), new Signature(row.getBytes("signature"), row.getInt("shingles")));
    }

    private record Candidate(String origin, Signature signature) {}
}
