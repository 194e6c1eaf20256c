package org.tumen.alert.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.link.Links;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.subscription.Filters;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscription.Escalation;
import org.tumen.alert.timing.Timing;
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

/** The mail of which docs/mail.png is a picture: with {@code -Dtumen.docs=write} its HTML is in target/mail.html. */
class AlertMailTest {

    private static final Instant SENT = Instant.parse("2026-11-30T05:00:12Z");
    private static final List<String> FACTS = List.of(
            "A new independent origin: 두만강신문.",
            "2 independent origins, 3 reprints",
            "Russia",
            "소식통",
            "unusual",
            "told by 2 outlets that day, before 3 times on 365 days (p = 0.030)",
            "Triangle desk",
            "https://tumen.example.org/unsubscribe/",
            "https://tumen.example.org/feedback/",
            "https://tumen.example.org/stories/story-0123456789abcdef0123456789abcdef");

    @Test
    void saysInTextAndHtmlWhatIsNewHowUnusualItIsAndWhatItsReaderCanDo() throws IOException {
        var mail = write(new Escalation(Duration.ofMinutes(20), List.of("duty@example.org")));
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.writeString(Path.of("target/mail.html"), mail.html());
        }
        assertThat(mail.subject()).isEqualTo("Re: [Tumen] protocol-snub · China → DPRK · Chinese envoy absent");
        assertThat(mail.text()).contains(FACTS);
        assertThat(mail.html()).contains(FACTS);
        assertThat(mail.text()).contains("Acknowledge it, or others are called in: https://tumen.example.org/ack");
        assertThat(mail.html()).contains("href=\"https://tumen.example.org/acknowledge/");
    }

    @Test
    void offersNothingToAcknowledgeWhereNobodyIsCalledIn() {
        var mail = write(null);
        assertThat(mail.text()).doesNotContain("cknowledge");
        assertThat(mail.html()).doesNotContain("cknowledge");
    }

    private static Written write(@Nullable Escalation escalation) {
        var mails = new AlertMail(MailTemplates.engine(), new MailLinks(Links.under("https://tumen.example.org")));
        var subscription = new Subscription(
                new SubscriptionId("triangle-desk"),
                "Triangle desk",
                Filters.filter("{signals: [protocol-snub]}"),
                List.of("desk@example.org"),
                null,
                false,
                Timing.AT_ONCE,
                escalation,
                Set.of());
        var told = new Told(news(), new First("delivery-first", alert("Chinese envoy absent", News.FIRST)));
        return mails.write(
                new Dispatch("delivery-news", subscription.id(), "desk@example.org", told), told, subscription, SENT);
    }

    private static Alert news() {
        return alert("중국 대사, 평양 전승절 행사에 2년 연속 불참", News.ORIGIN);
    }

    private static Alert alert(String title, News news) {
        var url = URI.create("https://tumangang.example.org/2026/11/30/ambassador");
        var source = new Source(new FeedId("tumangang"), "두만강신문", "tumangang", SourceKind.PRESS, "KR");
        var text = "왕야쥔 주북 중국 대사가 30일 평양에서 열린 전승절 기념행사에 참석하지 않았다고 소식통이 전했다.";
        var article = new Article(ArticleId.of(url), 1, source, url, title, text, null, "ko");
        var hops = Hops.discovered(SENT.minusSeconds(12), SENT.minusSeconds(3))
                .fetched(SENT.minusSeconds(2))
                .assessed(SENT.minusSeconds(2))
                .alerted(SENT.minusSeconds(1));
        var event = new AlertRaised(
                Alert.idFor(article.id(), 1),
                ArticleReference.to(article),
                List.of(finding(article)),
                List.of(new Route(
                        new SubscriptionId("triangle-desk"),
                        "signal protocol-snub, PRC to DPRK, score 0.80 at or above 0.50")),
                "c1",
                hops,
                new Story(
                        new StoryId("story-0123456789abcdef0123456789abcdef"), 2, 3, ClaimState.CLAIMED, List.of(news)),
                List.of(new Surprise(Verdict.UNUSUAL, 0.03, 2, 0.1, Comparison.DAYS, null, 365, 3, false)),
                null);
        return new Alert(event, article.text(), TraceParent.start());
    }

    private static Finding finding(Article article) {
        var evidence = new ArrayList<Evidence>();
        var inTitle = article.title().indexOf("행사에 2년 연속 불참");
        if (inTitle >= 0) {
            evidence.add(Evidence.quoting(
                    article, Part.TITLE, inTitle, article.title().length()));
        }
        var inText = article.text().indexOf("기념행사에");
        evidence.add(Evidence.quoting(article, Part.TEXT, inText, inText + "기념행사에 참석하지 않았다".length()));
        return new Finding(
                new SignalId("protocol-snub"),
                Tier.EPISODIC,
                new Dyad(new ActorId("PRC"), new ActorId("DPRK")),
                new ActorId("RUS"),
                Polarity.APART,
                Status.REPORTED,
                "소식통",
                0.8,
                evidence,
                List.of(
                        new Contribution("signal", 0.55),
                        new Contribution("title", 0.25),
                        new Contribution("capital only", -0.05),
                        new Contribution("event SANCTION", 0.05)));
    }
}
