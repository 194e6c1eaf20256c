package org.tumen.alert.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.model.Hops;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;

/** What was found in articles. Of each article the latest assessment of its latest revision is kept. */
@Repository
public class History {

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps an assessment in the place of an earlier one.
     *
     * @return false when a later revision of the article is kept already; then nothing has changed
     */
    @Transactional
    public boolean keep(ArticleAssessed assessed) {
        if (!keepArticle(assessed)) {
            return false;
        }
        var article = assessed.article().id();
        jdbc.sql("delete from past_finding where article_id = :article")
                .param("article", article.value())
                .update();
        assessed.findings().forEach(finding -> keep(article, finding));
        return true;
    }

    private boolean keepArticle(ArticleAssessed assessed) {
        var article = assessed.article();
        var origin = article.origin();
        return jdbc.sql("""
                        insert into assessed_article
                            (article_id, revision, published_at, language, family, origin, catalogue_version)
                        values (:article, :revision, :publishedAt, :language, :family, :origin, :catalogue)
                        on conflict (article_id) do update set
                            revision = excluded.revision, published_at = excluded.published_at,
                            language = excluded.language, family = excluded.family, origin = excluded.origin,
                            catalogue_version = excluded.catalogue_version
                        where assessed_article.revision <= excluded.revision""")
                        .param("article", article.id().value())
                        .param("revision", article.revision())
                        .param("publishedAt", OffsetDateTime.ofInstant(publishedAt(assessed.hops()), ZoneOffset.UTC))
                        .param("language", language(assessed))
                        .param("family", article.source().family())
                        .param("origin", origin == null ? null : origin.value())
                        .param("catalogue", assessed.catalogueVersion())
                        .update()
                == 1;
    }

    private void keep(ArticleId article, Finding finding) {
        jdbc.sql("""
                insert into past_finding (article_id, signal, giver, receiver, tier, polarity, status, score)
                values (:article, :signal, :giver, :receiver, :tier, :polarity, :status, :score)
                on conflict do nothing""")
                .param("article", article.value())
                .param("signal", finding.signal().value())
                .param("giver", finding.dyad().giver().value())
                .param("receiver", finding.dyad().receiver().value())
                .param("tier", inWords(finding.tier()))
                .param("polarity", inWords(finding.polarity()))
                .param("status", inWords(finding.status()))
                .param("score", finding.score())
                .update();
    }

    /** What pages declare may be anything. */
    private static String language(ArticleAssessed assessed) {
        var language = assessed.languageRead();
        return language.matches("[a-z]{2,8}") ? language : "und";
    }

    /** A publisher's date after the discovery is a wrong one. */
    private static Instant publishedAt(Hops hops) {
        var published = hops.published();
        return published == null || published.isAfter(hops.discovered()) ? hops.discovered() : published;
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
