package org.tumen.alert.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.Content.Gathered;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.digest.Digest;
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

/** The mail of which docs/digest.png is a picture: with {@code -Dtumen.docs=write} its HTML is in target/digest.html. */
class DigestMailTest {

    private static final Instant MORNING = Instant.parse("2026-11-30T22:00:00Z");
    private static final String HOST = "https://tumen.example.org";
    private static final DigestMail MAILS = new DigestMail(MailTemplates.engine(), new MailLinks(Links.under(HOST)));

    private static final Telling ENVOY = new Telling(
            "두만강신문",
            "ko",
            "중국 대사, 평양 전승절 행사에 2년 연속 불참",
            "왕야쥔 주북 중국 대사가 30일 평양에서 열린 전승절 기념행사에 참석하지 않았다고 소식통이 전했다.",
            "기념행사에 참석하지 않았다",
            "protocol-snub",
            "PRC",
            Polarity.APART,
            Status.REPORTED);
    private static final Telling TREATY = new Telling(
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
    private static final Telling FLOUR = new Telling(
            "Приморский вестник",
            "ru",
            "Из Хасана в Расон ушли 50 вагонов с мукой",
            "Пятьдесят вагонов с мукой отправлены в КНДР через станцию Хасан, сообщили в администрации края.",
            "вагонов с мукой отправлены в КНДР",
            "aid-shipment",
            "RUS",
            Polarity.CLOSER,
            Status.REPORTED);

    /** What one article tells. */
    private record Telling(
            String publisher,
            String language,
            String title,
            String text,
            String evidence,
            String signal,
            String giver,
            Polarity polarity,
            Status status) {}

    @Test
    void tellsHeadlinesFirstAndThenEachStoryAsAMailOfItsOwnWould() throws IOException {
        var mail = write(
                morning(alert(ENVOY, 0.8, News.FIRST), alert(TREATY, 0.75, News.FIRST), alert(FLOUR, 0.6, News.FIRST)),
                new Escalation(Duration.ofMinutes(20), List.of("duty@example.org")));
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.writeString(Path.of("target/digest.html"), mail.html());
        }
        assertThat(mail.subject()).isEqualTo("[Tumen] Digest · 30 Nov 2026 22:00 UTC · 3 stories");
        for (var part : List.of(mail.text(), mail.html().replace('\u00a0', ' '))) {
            assertThat(part)
                    .containsSubsequence(ENVOY.title, TREATY.title, FLOUR.title, ENVOY.title, TREATY.title, FLOUR.title)
                    .contains(
                            "China → DPRK · protocol-snub · 0.80 · unusual · 2 independent origins, 3 reprints",
                            "told by 2 outlets that day, before 3 times on 365 days (p = 0.030)",
                            "두만강신문",
                            "Because of: signal protocol-snub",
                            HOST + "/stories/story-",
                            HOST + "/feedback/",
                            HOST + "/acknowledge/",
                            HOST + "/unsubscribe/");
        }
        assertThat(mail.text())
                .contains(
                        "*기념행사에 참석하지 않았다*고 소식통이 전했다.",
                        "*ratified the comprehensive strategic partnership treaty*",
                        "*вагонов с мукой отправлены в КНДР*",
                        "Score 0.80 = signal +0.55",
                        "Acknowledge it, or others are called in: " + HOST);
        assertThat(mail.html())
                .contains(
                        "<mark class=\"mark\" style=\"background:#fdeeb3;color:#1d2226\">기념행사에 참석하지 않았다</mark>",
                        "lang=\"ru\"",
                        "@media (prefers-color-scheme: dark)",
                        "&amp;verdict=wrong-actor",
                        "All of the story");
    }

    @Test
    void offersNothingToAcknowledgeWhereNobodyIsCalledIn() {
        var mail = write(morning(alert(ENVOY, 0.8, News.FIRST)), null);
        assertThat(mail.text() + mail.html()).doesNotContain("cknowledge");
    }

    @Test
    void saysWhatIsNewOfAStoryAndWhatCameToItMeanwhile() {
        var denial = new Telling(
                "The ledger",
                "en",
                "Moscow denies that flour was sent",
                "Moscow denied that flour was sent.",
                "flour was sent",
                "aid-shipment",
                "RUS",
                Polarity.CLOSER,
                Status.DENIED);
        var first = alert(FLOUR, 0.6, News.FIRST);
        var mail = write(morning(first, onStoryOf(first, alert(denial, 0.6, News.DENIED))), null);
        assertThat(mail.subject()).endsWith("1 story");
        assertThat(mail.text()).contains("Since:     Denied, says The ledger. “Moscow denies that flour was sent”");
        assertThat(mail.html()).contains("Denied, says The ledger. “Moscow denies that flour was sent”");
        var news = write(morning(alert(denial, 0.6, News.DENIED)), null);
        assertThat(news.text()).contains("   Denied, says The ledger. Russia → DPRK · aid-shipment");
        assertThat(news.html()).contains("class=\"correction\"");
    }

    @Test
    void isBoundedAndTellsTheRestAsANumberWithALink() {
        var filling = "나".repeat(700);
        var alerts = IntStream.range(0, 300)
                .mapToObj(i -> alert(
                        new Telling(
                                "두만강신문",
                                "ko",
                                "제목 " + i + " " + filling,
                                i + filling + "불참" + filling,
                                "불참",
                                "protocol-snub",
                                "PRC",
                                Polarity.APART,
                                Status.REPORTED),
                        0.5,
                        News.FIRST))
                .toArray(Alert[]::new);
        var mail = write(morning(alerts), null);
        assertThat(mail.html().getBytes(UTF_8)).hasSizeLessThan(DigestMail.MOST_BYTES);
        assertThat(mail.text().getBytes(UTF_8)).hasSizeLessThan(DigestMail.MOST_BYTES);
        assertThat(mail.subject()).endsWith("300 stories");
        for (var part : List.of(mail.text(), mail.html())) {
            assertThat(part)
                    .contains("제목 39 ", "and 260 more stories", " stories are told by headline alone, for room")
                    .doesNotContain("제목 40 ");
        }
        assertThat(mail.text())
                .contains("and 260 more stories: " + HOST + "/\n", "told by headline alone, for room: " + HOST + "/\n");
    }

    @Test
    void tellsTheStoriesAfterOneThatIsTooLong() {
        var endless = "x".repeat(DigestMail.MOST_BYTES);
        var mail = write(
                morning(
                        alert(
                                new Telling(
                                        "The ledger",
                                        "en",
                                        "Endless",
                                        endless,
                                        endless,
                                        "aid-shipment",
                                        "RUS",
                                        Polarity.CLOSER,
                                        Status.REPORTED),
                                0.9,
                                News.FIRST),
                        alert(FLOUR, 0.6, News.FIRST)),
                null);
        assertThat(mail.text())
                .contains("1. Endless", "1 story is told by headline alone", "*вагонов с мукой отправлены в КНДР*");
    }

    @Test
    void showsMarkupOfASourceAsText() {
        var hostile = new Telling(
                "<b>Wire</b>",
                "en",
                "<script>alert(1)</script>\r\nBcc: all@example.org",
                "<img src=x onerror=alert(1)> did not come.",
                "onerror=alert(1)",
                "protocol-snub",
                "PRC",
                Polarity.APART,
                Status.REPORTED);
        var mail = write(morning(alert(hostile, 0.8, News.FIRST), alert(FLOUR, 0.6, News.FIRST)), null);
        assertThat(mail.html()).doesNotContain("<script", "<img", "<b>Wire").contains("&lt;script&gt;");
        assertThat(mail.text()).contains("<script>alert(1)</script> Bcc: all@example.org");
    }

    @Test
    void hasNoLinksWhereNobodyCanTellWhereTheyLead() {
        var nowhere = new DigestMail(MailTemplates.engine(), new MailLinks(Links.nowhere()));
        var mail = write(nowhere, morning(alert(ENVOY, 0.8, News.FIRST)), null);
        assertThat(mail.text()).doesNotContain("/feedback/", "/stories/", "All alerts", "No more of these");
        assertThat(mail.html()).contains("Read at the source").doesNotContain("/feedback/", "/stories/", "All alerts");
    }

    @Test
    void givesItsSubjectToTheMailThatCorrectsAStoryInIt() {
        var first = alert(FLOUR, 0.6, News.FIRST);
        var digest = morning(first, alert(ENVOY, 0.8, News.FIRST));
        var told =
                new Told(onStoryOf(first, alert(FLOUR, 0.6, News.EDITED)), new First("delivery-digest", first, digest));
        var correction = new AlertMail(MailTemplates.engine(), new MailLinks(Links.under(HOST)))
                .write(dispatch(told), told, subscription(null), MORNING.plusSeconds(3_600));
        assertThat(correction.subject()).isEqualTo("Re: " + write(digest, null).subject());
    }

    private static Written write(Digest digest, @Nullable Escalation escalation) {
        return write(MAILS, digest, escalation);
    }

    private static Written write(DigestMail mails, Digest digest, @Nullable Escalation escalation) {
        return mails.write(dispatch(new Gathered(digest)), digest, subscription(escalation));
    }

    private static Dispatch dispatch(Content content) {
        return new Dispatch("delivery-digest", new SubscriptionId("triangle-desk"), "desk@example.org", content);
    }

    private static Subscription subscription(@Nullable Escalation escalation) {
        return new Subscription(
                new SubscriptionId("triangle-desk"),
                "Triangle desk",
                Filters.filter("{minScore: 0.5}"),
                List.of("desk@example.org"),
                null,
                false,
                Timing.AT_ONCE,
                escalation,
                Set.of());
    }

    private static Digest morning(Alert... alerts) {
        return Digest.of(new SubscriptionId("triangle-desk"), true, MORNING, List.of(alerts));
    }

    private static Alert onStoryOf(Alert first, Alert later) {
        var story = requireNonNull(later.event().story());
        var event = later.event();
        var places = IntStream.range(0, event.findings().size()).boxed().toList();
        var id = requireNonNull(first.event().story()).id();
        var joined = new Story(id, story.origins(), story.reprints(), story.claim(), story.news());
        return new Alert(event.with(places, event.routes(), joined), later.text(), later.trace());
    }

    private static Alert alert(Telling told, double score, News news) {
        var url = URI.create("https://news.example.org/" + Integer.toHexString(told.title.hashCode()));
        var source = new Source(new FeedId("news"), told.publisher, "news", SourceKind.PRESS, "KR");
        var article = new Article(ArticleId.of(url), 1, source, url, told.title, told.text, null, told.language);
        var hops = Hops.discovered(MORNING.minusSeconds(7_200), MORNING.minusSeconds(7_100))
                .fetched(MORNING.minusSeconds(7_099))
                .assessed(MORNING.minusSeconds(7_099))
                .alerted(MORNING.minusSeconds(7_098));
        var story = new Story(
                new StoryId("story-" + article.id().value().substring(0, 32)),
                2,
                3,
                told.status == Status.DENIED ? ClaimState.DENIED : ClaimState.CLAIMED,
                List.of(news));
        var event = new AlertRaised(
                Alert.idFor(article.id(), 1),
                ArticleReference.to(article),
                List.of(finding(article, told, score)),
                List.of(new Route(
                        new SubscriptionId("triangle-desk"),
                        "signal " + told.signal + ", " + told.giver + " to DPRK, score at or above 0.50")),
                "c1",
                hops,
                story,
                List.of(new Surprise(Verdict.UNUSUAL, 0.03, 2, 0.1, Comparison.DAYS, null, 365, 3, false)),
                null);
        return new Alert(event, article.text(), TraceParent.start());
    }

    private static Finding finding(Article article, Telling told, double score) {
        var start = article.text().indexOf(told.evidence);
        return new Finding(
                new SignalId(told.signal),
                Tier.EPISODIC,
                new Dyad(new ActorId(told.giver), new ActorId("DPRK")),
                null,
                told.polarity,
                told.status,
                null,
                score,
                List.of(Evidence.quoting(article, Part.TEXT, start, start + told.evidence.length())),
                List.of(new Contribution("signal", 0.55), new Contribution("near the top", score - 0.55)));
    }
}
