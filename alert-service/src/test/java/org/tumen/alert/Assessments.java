package org.tumen.alert;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.Hops;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
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

    private Assessments() {}

    /** An article with one reported finding between China and the DPRK, at a score of 0.75. */
    public static ArticleAssessed of(String signal, String title, String text, String quote) {
        return of(
                article("en", title, text), finding(article("en", title, text), signal, Status.REPORTED, 0.75, quote));
    }

    public static ArticleAssessed of(Article article, Finding... findings) {
        var hops = Hops.discovered(NOON.minusSeconds(60), NOON)
                .fetched(NOON.plusMillis(800))
                .assessed(NOON.plusMillis(830));
        return new ArticleAssessed(article, List.of(findings), List.of(), "c1", "m1", hops);
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
