package org.tumen.alert.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.alert.Assessments;
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.Content.Said;
import org.tumen.alert.delivery.Channel.Content.Told;
import org.tumen.alert.link.Links;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.notice.Notice.Tone;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.subscription.Subscription.Webhook.Format;
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
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.TraceParent;
import tools.jackson.databind.json.JsonMapper;

/** Every text of these messages tries to be more than text. */
class ChatFormsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/webhook");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOSTILE =
            "<!channel> @here [free](http://evil.example) **loud** <script>x</script> ~town-square | `code` &amp;";

    private final Bodies bodies = new Bodies(Links.under("https://tumen.example.org"));

    @ParameterizedTest
    @EnumSource(names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
    void writesAnAlertAsItsGoldenFileHasIt(Format format) throws IOException {
        assertIsGolden(format, "alert", new Told(alert(), null));
    }

    @ParameterizedTest
    @EnumSource
    void writesANoticeAsItsGoldenFileHasIt(Format format) throws IOException {
        assertIsGolden(format, "notice", new Said(notice(), null));
    }

    @Test
    void leavesSlackNothingToReadAsMarkup() {
        var body = bodies.of(Format.SLACK, new Told(alert(), null));
        assertThat(body).doesNotContain("\"type\":\"mrkdwn\"");
        assertThat(JSON.readTree(body).path("text").stringValue())
                .contains("&lt;!channel&gt;")
                .doesNotContain("<!");
    }

    @Test
    void leavesTeamsNothingToReadAsMarkup() {
        assertThat(bodies.of(Format.TEAMS, new Told(alert(), null)))
                .doesNotContain("\"TextBlock\"")
                .doesNotContain("\"entities\"");
    }

    @Test
    void leavesMattermostNothingToReadAsMarkup() {
        assertThat(bodies.of(Format.MATTERMOST, new Told(alert(), null)))
                .doesNotContain("@here")
                .doesNotContain("[free](")
                .doesNotContain("<!channel>")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @EnumSource(names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
    void staysSmallHoweverMuchWasFound(Format format) {
        var article = Assessments.article("en", HOSTILE.repeat(20), HOSTILE.repeat(200));
        var findings = List.of(
                Assessments.finding(
                        article, "a", Status.REPORTED, 0.9, article.text().substring(0, 9_000)),
                Assessments.finding(article, "b", Status.REPORTED, 0.8, "loud"),
                Assessments.finding(article, "c", Status.REPORTED, 0.8, "loud"),
                Assessments.finding(article, "d", Status.REPORTED, 0.8, "loud"),
                Assessments.finding(article, "e", Status.REPORTED, 0.8, "loud"));
        var golden = alert().event();
        var alert = new Alert(
                new AlertRaised(
                        golden.id(),
                        ArticleReference.to(article),
                        findings,
                        golden.routes(),
                        "c1",
                        golden.hops(),
                        golden.story()),
                article.text(),
                TraceParent.start());
        assertThat(bodies.of(format, new Told(alert, null)))
                .contains("and 1 more finding")
                .hasSizeLessThan(20_000);
    }

    private void assertIsGolden(Format format, String what, Content content) throws IOException {
        var written =
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(bodies.of(format, content)))
                        + "\n";
        var file = GOLDEN.resolve(format.name().toLowerCase(Locale.ROOT) + "-" + what + ".json");
        if ("write".equals(System.getProperty("tumen.docs"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, written);
        }
        assertThat(written).isEqualTo(Files.readString(file));
    }

    private static Alert alert() {
        var article = Assessments.article("en", HOSTILE, "He said " + HOSTILE + " and left the hall.");
        var hops = Hops.discovered(Assessments.NOON, Assessments.NOON)
                .fetched(Assessments.NOON)
                .assessed(Assessments.NOON)
                .alerted(Assessments.NOON);
        var event = new AlertRaised(
                Alert.idFor(article.id(), 1),
                ArticleReference.to(article),
                List.of(Assessments.finding(article, "protocol-snub", Status.DENIED, 0.75, "**loud**")),
                List.of(new Route(new SubscriptionId("desk"), "signal protocol-snub, text \"@here\"")),
                "c1",
                hops,
                new Story(
                        new StoryId("story-0123456789abcdef0123456789abcdef"),
                        2,
                        1,
                        ClaimState.DENIED,
                        List.of(News.DENIED)),
                List.of(new Surprise(Verdict.RARE, 0.004, 1, 0.1, Comparison.OCCASION, "**@here** day", 60, 2, false)),
                null);
        return new Alert(event, article.text(), TraceParent.start());
    }

    private static Notice notice() {
        return new Notice(
                "notice-0123456789abcdef0123456789abcdef",
                About.FEED,
                Tone.TROUBLE,
                "1 feed is in trouble",
                List.of("evil: failing since 2026-03-01 12:00 UTC: HTTP 500 " + HOSTILE),
                new Notice.Action("Look", URI.create("https://tumen.example.org/")),
                Instant.parse("2026-03-01T12:10:00Z"),
                null);
    }
}
