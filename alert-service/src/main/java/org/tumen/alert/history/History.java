package org.tumen.alert.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;

/** What was found in articles. Of each article the latest assessment of its latest revision is kept. */
@Repository
public class History {

    private final JdbcClient jdbc;
    private final Tally tally;

    History(JdbcClient jdbc, Tally tally) {
        this.jdbc = jdbc;
        this.tally = tally;
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
        var counted = new HashSet<>(tally.entriesOf(article));
        jdbc.sql("delete from past_finding where article_id = :article")
                .param("article", article.value())
                .update();
        assessed.findings().forEach(finding -> keep(assessed, finding));
        counted.addAll(tally.entriesOf(article));
        tally.recount(counted);
        tally.published(assessed.article().source(), day(assessed));
        return true;
    }

    /** When the article appeared: a publisher's date after the discovery is a wrong one. */
    public static Instant appeared(Hops hops) {
        var published = hops.published();
        return published == null || published.isAfter(hops.discovered()) ? hops.discovered() : published;
    }

    /** Whose word it is: of the agency that the article credits, or else of its outlet's family. */
    public static String voice(Article article) {
        var wire = article.wire();
        return wire == null
                ? article.source().family()
                : wire.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private boolean keepArticle(ArticleAssessed assessed) {
        var article = assessed.article();
        var origin = article.origin();
        return jdbc.sql("""
                        insert into assessed_article
                            (article_id, revision, published_at, discovered_at, language, kind, family, feed, publisher,
                            title, url, origin, catalogue_version)
                        values (:article, :revision, :publishedAt, :discoveredAt, :language, :kind, :family, :feed, :publisher,
                            :title, :url, :origin, :catalogue)
                        on conflict (article_id) do update set
                            revision = excluded.revision, published_at = excluded.published_at,
                            discovered_at = excluded.discovered_at, language = excluded.language, kind = excluded.kind,
                            family = excluded.family, feed = excluded.feed, publisher = excluded.publisher,
                            title = excluded.title, url = excluded.url, origin = excluded.origin,
                            catalogue_version = excluded.catalogue_version
                        where assessed_article.revision <= excluded.revision""")
                        .param("article", article.id().value())
                        .param("revision", article.revision())
                        .param("publishedAt", at(appeared(assessed.hops())))
                        .param("discoveredAt", at(assessed.hops().discovered()))
                        .param("language", language(assessed))
                        .param("kind", article.source().kind().name())
                        .param("family", article.source().family())
                        .param("feed", article.source().feed().value())
                        .param("publisher", storable(article.source().publisher()))
                        .param("title", storable(article.title()))
                        .param("url", article.url().toString())
                        .param("origin", origin == null ? null : origin.value())
                        .param("catalogue", assessed.catalogueVersion())
                        .update()
                == 1;
    }

    private void keep(ArticleAssessed assessed, Finding finding) {
        var article = assessed.article();
        jdbc.sql("""
                insert into past_finding
                    (article_id, signal, giver, receiver, tier, polarity, status, score, day, kind, voice, copy)
                values (:article, :signal, :giver, :receiver, :tier, :polarity, :status, :score, :day, :kind, :voice, :copy)
                on conflict do nothing""")
                .param("article", article.id().value())
                .param("signal", finding.signal().value())
                .param("giver", finding.dyad().giver().value())
                .param("receiver", finding.dyad().receiver().value())
                .param("tier", inWords(finding.tier()))
                .param("polarity", inWords(finding.polarity()))
                .param("status", inWords(finding.status()))
                .param("score", finding.score())
                .param("day", day(assessed))
                .param("kind", article.source().kind().name())
                .param("voice", voice(article))
                .param("copy", article.repeatsAnother())
                .update();
    }

    private static LocalDate day(ArticleAssessed assessed) {
        return LocalDate.ofInstant(appeared(assessed.hops()), ZoneOffset.UTC);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** PostgreSQL has no place for a zero character, nor UTF-8 for half of a pair. */
    private static String storable(String text) {
        return text.replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
    }

    /** What pages declare may be anything. */
    private static String language(ArticleAssessed assessed) {
        var language = assessed.languageRead();
        return language.matches("[a-z]{2,8}") ? language : "und";
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
