package org.tumen.alert;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.article.Change;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/** Assessments for tests: one article, findings whose evidence stands in its text. */
public final class Assessments {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final AtomicInteger MONTHS = new AtomicInteger();

    private Assessments() {}

    /**
     * An article with one reported finding between China and the DPRK, at a score of 0.75. Each is a month after the one
     * before, and so a story of its own.
     */
    public static ArticleAssessed of(String signal, String title, String text, String quote) {
        return at(
                month(),
                article("en", title, text),
                finding(article("en", title, text), signal, Status.REPORTED, 0.75, quote));
    }

    /** Another one each time. */
    static Instant month() {
        return NOON.plus(Duration.ofDays(30L * MONTHS.incrementAndGet()));
    }

    public static ArticleAssessed of(Article article, Finding... findings) {
        return at(NOON, article, findings);
    }

    public static ArticleAssessed at(Instant time, Article article, Finding... findings) {
        var hops = Hops.discovered(time.minusSeconds(60), time)
                .fetched(time.plusMillis(800))
                .assessed(time.plusMillis(830));
        return new ArticleAssessed(article, List.of(findings), List.of(), "c1", "m1", hops);
    }

    /** The same words from another outlet, as a first text of its own. */
    public static Article by(String outlet, Article article) {
        var url = URI.create("https://" + outlet + ".example.org/"
                + Integer.toHexString(article.title().hashCode()));
        var source = new Source(new FeedId(outlet), "The " + outlet, outlet, SourceKind.PRESS, "KR");
        return revised(article, ArticleId.of(url), 1, source, url, null, null);
    }

    /** A copy of the text of another. */
    public static Article copy(Article article, ArticleId origin) {
        return revised(article, article.id(), 1, article.source(), article.url(), origin, null);
    }

    /** A later revision. */
    public static Article revision(int number, Article article, ChangeKind kind) {
        return revised(
                article,
                article.id(),
                number,
                article.source(),
                article.url(),
                article.origin(),
                new Change(kind, null, List.of(), true));
    }

    /** What the later one says, on the page of the first. */
    public static Article as(Article first, Article later) {
        return new Article(
                first.id(),
                later.revision(),
                first.source(),
                first.url(),
                later.title(),
                later.text(),
                null,
                first.language(),
                first.origin(),
                null,
                later.change(),
                later.publicationTime());
    }

    private static Article revised(
            Article article,
            ArticleId id,
            int revision,
            Source source,
            URI url,
            @Nullable ArticleId origin,
            @Nullable Change change) {
        return new Article(
                id,
                revision,
                source,
                url,
                article.title(),
                article.text(),
                null,
                article.language(),
                origin,
                null,
                change,
                article.publicationTime());
    }

    public static Article article(String language, String title, String text) {
        var url = URI.create("https://news.example.org/" + Integer.toHexString((title + text).hashCode()));
        var source = new Source(new FeedId("example"), "Example Wire", "example", SourceKind.AGENCY, "KR");
        return new Article(ArticleId.of(url), 1, source, url, title, text, null, language);
    }

    public static Finding finding(Article article, String signal, Status status, double score, String quote) {
        return finding(article, signal, "PRC", "DPRK", null, Polarity.APART, Tier.EPISODIC, status, score, quote);
    }

    public static Finding finding(
            Article article,
            String signal,
            String giver,
            String receiver,
            @Nullable String leftOut,
            Polarity polarity,
            Tier tier,
            Status status,
            double score,
            String quote) {
        var start = article.text().indexOf(quote);
        return new Finding(
                new SignalId(signal),
                tier,
                new Dyad(new ActorId(giver), new ActorId(receiver)),
                leftOut == null ? null : new ActorId(leftOut),
                polarity,
                status,
                null,
                score,
                List.of(Evidence.quoting(article, Part.TEXT, start, start + quote.length())),
                List.of(new Contribution("signal", score - 0.1), new Contribution("near the top", 0.1)));
    }
}
