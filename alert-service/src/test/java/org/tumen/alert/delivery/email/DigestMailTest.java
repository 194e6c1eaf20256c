package org.tumen.alert.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.tumen.model.alert.News;
import org.tumen.model.alert.Story;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;

/** The mail of which docs/digest.png is a picture: with {@code -Dtumen.docs=write} its HTML is in target/digest.html. */
class DigestMailTest {

    private static final String HOST = "https://tumen.example.org";
    private static final DigestMail MAILS = new DigestMail(MailTemplates.engine(), new MailLinks(Links.under(HOST)));

    @Test
    void tellsHeadlinesFirstAndThenEachStoryAsAMailOfItsOwnWould() throws IOException {
        var mail = write(
                morning(
                        Telling.ENVOY.alert(0.8, News.FIRST),
                        Telling.TREATY.alert(0.75, News.FIRST),
                        Telling.FLOUR.alert(0.6, News.FIRST)),
                new Escalation(Duration.ofMinutes(20), List.of("duty@example.org")));
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.writeString(Path.of("target/digest.html"), mail.html());
        }
        assertThat(mail.subject()).isEqualTo("[Tumen] Digest · 30 Nov 2026 22:00 UTC · 3 stories");
        for (var part : List.of(mail.text(), mail.html().replace('\u00a0', ' '))) {
            assertThat(part)
                    .containsSubsequence(
                            Telling.ENVOY.title(),
                            Telling.TREATY.title(),
                            Telling.FLOUR.title(),
                            Telling.ENVOY.title(),
                            Telling.TREATY.title(),
                            Telling.FLOUR.title())
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
        var mail = write(morning(Telling.ENVOY.alert(0.8, News.FIRST)), null);
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
        var first = Telling.FLOUR.alert(0.6, News.FIRST);
        var mail = write(morning(first, onStoryOf(first, denial.alert(0.6, News.DENIED))), null);
        assertThat(mail.subject()).endsWith("1 story");
        assertThat(mail.text()).contains("Since:     Denied, says The ledger. “Moscow denies that flour was sent”");
        assertThat(mail.html()).contains("Denied, says The ledger. “Moscow denies that flour was sent”");
        var news = write(morning(denial.alert(0.6, News.DENIED)), null);
        assertThat(news.text()).contains("   Denied, says The ledger. Russia → DPRK · aid-shipment");
        assertThat(news.html()).contains("class=\"correction\"");
    }

    @Test
    void isBoundedAndTellsTheRestAsANumberWithALink() {
        var filling = "나".repeat(700);
        var alerts = IntStream.range(0, 300)
                .mapToObj(i -> new Telling(
                                "두만강신문",
                                "ko",
                                "제목 " + i + " " + filling,
                                i + filling + "불참" + filling,
                                "불참",
                                "protocol-snub",
                                "PRC",
                                Polarity.APART,
                                Status.REPORTED)
                        .alert(0.5, News.FIRST))
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
                        new Telling(
                                        "The ledger",
                                        "en",
                                        "Endless",
                                        endless,
                                        endless,
                                        "aid-shipment",
                                        "RUS",
                                        Polarity.CLOSER,
                                        Status.REPORTED)
                                .alert(0.9, News.FIRST),
                        Telling.FLOUR.alert(0.6, News.FIRST)),
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
        var mail = write(morning(hostile.alert(0.8, News.FIRST), Telling.FLOUR.alert(0.6, News.FIRST)), null);
        assertThat(mail.html()).doesNotContain("<script", "<img", "<b>Wire").contains("&lt;script&gt;");
        assertThat(mail.text()).contains("<script>alert(1)</script> Bcc: all@example.org");
    }

    @Test
    void hasNoLinksWhereNobodyCanTellWhereTheyLead() {
        var nowhere = new DigestMail(MailTemplates.engine(), new MailLinks(Links.nowhere()));
        var mail = write(nowhere, morning(Telling.ENVOY.alert(0.8, News.FIRST)), null);
        assertThat(mail.text()).doesNotContain("/feedback/", "/stories/", "All alerts", "No more of these");
        assertThat(mail.html()).contains("Read at the source").doesNotContain("/feedback/", "/stories/", "All alerts");
    }

    @Test
    void givesItsSubjectToTheMailThatCorrectsAStoryInIt() {
        var first = Telling.FLOUR.alert(0.6, News.FIRST);
        var digest = morning(first, Telling.ENVOY.alert(0.8, News.FIRST));
        var told = new Told(
                onStoryOf(first, Telling.FLOUR.alert(0.6, News.EDITED)), new First("delivery-digest", first, digest));
        var correction = new AlertMail(MailTemplates.engine(), new MailLinks(Links.under(HOST)))
                .write(dispatch(told), told, subscription(null), Telling.MORNING.plusSeconds(3_600));
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
        return Digest.of(new SubscriptionId("triangle-desk"), true, Telling.MORNING, List.of(alerts));
    }

    private static Alert onStoryOf(Alert first, Alert later) {
        var story = requireNonNull(later.event().story());
        var event = later.event();
        var places = IntStream.range(0, event.findings().size()).boxed().toList();
        var id = requireNonNull(first.event().story()).id();
        var joined = new Story(id, story.origins(), story.reprints(), story.claim(), story.news());
        return new Alert(event.with(places, event.routes(), joined), later.text(), later.trace());
    }
}
