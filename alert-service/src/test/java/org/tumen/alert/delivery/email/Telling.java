package org.tumen.alert.delivery.email;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.tumen.alert.raise.Alert;
import org.tumen.model.Hops;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.ClaimState;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.Story;
import org.tumen.model.alert.StoryId;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.article.Article;
import org.tumen.model.article.ArticleId;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;
import org.tumen.model.envelope.TraceParent;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

/** What one article tells, and the alert on it as a digest has it. */
record Telling(
        String publisher,
        String language,
        String title,
        String text,
        String evidence,
        String signal,
        String giver,
        Polarity polarity,
        Status status) {

    static final Instant MORNING = Instant.parse("2026-11-30T22:00:00Z");
    static final Telling ENVOY = new Telling(
            "두만강신문",
            "ko",
            "중국 대사, 평양 전승절 행사에 2년 연속 불참",
            "왕야쥔 주북 중국 대사가 30일 평양에서 열린 전승절 기념행사에 참석하지 않았다고 소식통이 전했다.",
            "기념행사에 참석하지 않았다",
            "protocol-snub",
            "PRC",
            Polarity.APART,
            Status.REPORTED);
    static final Telling TREATY = new Telling(
            "Tidewater Wire",
            "en",
            "Russia ratifies partnership treaty with North Korea",
            "The Federation Council ratified the comprehensive strategic partnership treaty on Monday. It enters into"
                    + " force once instruments are exchanged.",
            "ratified the comprehensive strategic partnership treaty",
            "treaty-move",
            "RUS",
            Polarity.CLOSER,
            Status.ANNOUNCED);
    static final Telling FLOUR = new Telling(
            "Приморский вестник",
            "ru",
            "Из Хасана в Расон ушли 50 вагонов с мукой",
            "Пятьдесят вагонов с мукой отправлены в КНДР через станцию Хасан, сообщили в администрации края.",
            "вагонов с мукой отправлены в КНДР",
            "aid-shipment",
            "RUS",
            Polarity.CLOSER,
            Status.REPORTED);

    Alert alert(double score, News news) {
        var url = URI.create("https://news.example.org/" + Integer.toHexString(title.hashCode()));
        var source = new Source(new FeedId("news"), publisher, "news", SourceKind.PRESS, "KR");
        var article = new Article(ArticleId.of(url), 1, source, url, title, text, null, language);
        var hops = Hops.discovered(MORNING.minusSeconds(7_200), MORNING.minusSeconds(7_100))
                .fetched(MORNING.minusSeconds(7_099))
                .assessed(MORNING.minusSeconds(7_099))
                .alerted(MORNING.minusSeconds(7_098));
        var story = new Story(
                new StoryId("story-" + article.id().value().substring(0, 32)),
                2,
                3,
                status == Status.DENIED ? ClaimState.DENIED : ClaimState.CLAIMED,
                List.of(news));
        var event = new AlertRaised(
                Alert.idFor(article.id(), 1),
                ArticleReference.to(article),
                List.of(finding(article, score)),
                List.of(new Route(
                        new SubscriptionId("triangle-desk"),
                        "signal " + signal + ", " + giver + " to DPRK, score at or above 0.50")),
                "c1",
                hops,
                story,
                List.of(new Surprise(Verdict.UNUSUAL, 0.03, 2, 0.1, Comparison.DAYS, null, 365, 3, false)),
                null);
        return new Alert(event, article.text(), TraceParent.start());
    }

    private Finding finding(Article article, double score) {
        var start = article.text().indexOf(evidence);
        return new Finding(
                new SignalId(signal),
                Tier.EPISODIC,
                new Dyad(new ActorId(giver), new ActorId("DPRK")),
                null,
                polarity,
                status,
                null,
                score,
                List.of(Evidence.quoting(article, Part.TEXT, start, start + evidence.length())),
                List.of(new Contribution("signal", 0.55), new Contribution("near the top", score - 0.55)));
    }
}
