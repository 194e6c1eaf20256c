package org.tumen.alert.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tumen.alert.history.Tally.Entry;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.json.EventJson;

/** What was found in articles. Of each article the latest assessment of its latest revision is kept. */
@Repository
public class History {

    private static final Pattern NOT_STORABLE = Pattern.compile("[\\x00\\p{Cs}]");
    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");

    /** In bytes. A row of a B-tree takes 2,704 at most: a third of a page (PostgreSQL, "B-Tree Indexes"). */
    private static final int LONGEST_INDEXED = 2_600;

    private final JdbcClient jdbc;
    private final PastArticles past;
    private final PastFindings findings;
    private final Tally tally;
    private final Clock clock;

    History(JdbcClient jdbc, PastArticles past, PastFindings findings, Tally tally, Clock clock) {
        this.jdbc = jdbc;
        this.past = past;
        this.findings = findings;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Keeps an assessment in the place of an earlier one, as part of the caller's transaction if there is one.
     *
     * @return false when a later revision of the article is kept already; then nothing has changed
     */
    @Transactional
    public boolean keep(ArticleAssessed assessed) {
        if (assessed.article().revision() > 1) {
            past.keepTheOneBefore(assessed.article());
        }
        switch (keepArticle(assessed)) {
            case SUPERSEDED -> {
                return false;
            }
            case FRESH -> count(assessed, Set.of());
            case REPLACED -> count(assessed, findings.remove(assessed.article().id()));
        }
        return true;
    }

    private void count(ArticleAssessed assessed, Set<Entry> before) {
        var counted = new HashSet<>(before);
        counted.addAll(findings.add(assessed, day(assessed)));
        tally.count(counted, assessed.article().source(), day(assessed));
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
                : NOT_A_NAME.matcher(wire.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** What an assessment finds of its article. */
    private enum Before {
        FRESH,
        REPLACED,
        SUPERSEDED
    }

    private Before keepArticle(ArticleAssessed assessed) {
        var article = assessed.article();
        var origin = article.origin();
        return jdbc.sql("""
                insert into assessed_article
                    (article_id, revision, published_at, discovered_at, language, kind, family, feed, publisher,
                    title, url, origin, catalogue_version, assessment, kept_at)
                values (:article, :revision, :publishedAt, :discoveredAt, :language, :kind, :family, :feed, :publisher,
                    :title, :url, :origin, :catalogue, :assessment, :now)
                on conflict (article_id) do update set
                    revision = excluded.revision, published_at = excluded.published_at,
                    discovered_at = excluded.discovered_at, language = excluded.language, kind = excluded.kind,
                    family = excluded.family, feed = excluded.feed, publisher = excluded.publisher,
                    title = excluded.title, url = excluded.url, origin = excluded.origin,
                    catalogue_version = excluded.catalogue_version, assessment = excluded.assessment,
                    kept_at = excluded.kept_at
                where assessed_article.revision <= excluded.revision
                returning case when xmax = 0 then 'FRESH' else 'REPLACED' end""") // An inserted row was locked by nobody.
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
                .param("url", lookedUpBy(article))
                .param("origin", origin == null ? null : origin.value())
                .param("catalogue", assessed.catalogueVersion())
                .param("assessment", EventJson.write(assessed))
                .param("now", at(clock.instant()))
                .query(String.class)
                .optional()
                .map(Before::valueOf)
                .orElse(Before.SUPERSEDED);
    }

    private static LocalDate day(ArticleAssessed assessed) {
        return LocalDate.ofInstant(appeared(assessed.hops()), ZoneOffset.UTC);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Null when no index takes it; nobody types such an address, and no alert is to be lost for it. */
    private static @Nullable String lookedUpBy(Article article) {
        var address = article.url().toString();
        return address.getBytes(UTF_8).length <= LONGEST_INDEXED ? address : null;
    }

    /** PostgreSQL has no place for a zero character, nor UTF-8 for half of a pair. */
    private static String storable(String text) {
        return NOT_STORABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** What pages declare may be anything. */
    private static String language(ArticleAssessed assessed) {
        var language = assessed.languageRead();
        return LANGUAGE.matcher(language).matches() ? language : "und";
    }
}
