package org.tumen.alert.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.alert.Assessments;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import org.tumen.model.envelope.TraceParent;

class WebhookBodyTest {

    @ParameterizedTest
    @CsvSource({"alert-raised, alert-raised.json", "alert-raised-again, alert-updated.json"})
    void postsTheGoldenAlertByteForByteAsDocumented(String golden, String document) throws Exception {
        try (var documented = WebhookBodyTest.class.getResourceAsStream("/webhook/" + document)) {
            assertThat(WebhookBody.of(golden(golden))).isEqualTo(new String(documented.readAllBytes(), UTF_8).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert-raised",
                "alert-raised-again",
                "alert-raised-with-surprise",
                "alert-raised-on-absence",
                "alert-raised-on-words"
            })
    void postsWhatItsSchemaSays(String golden) throws Exception {
        try (var schema = WebhookBodyTest.class.getResourceAsStream("/webhook/alert-raised.schema.json")) {
            var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(WebhookBody.of(golden(golden)), InputFormat.JSON);
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void leavesOutTheWeakestFindingsOfAnAlertThatIsTooLarge() {
        var alert = withFindings("A long day of news.", "long day", 400);
        var body = WebhookBody.of(alert);
        assertThat(body.getBytes(UTF_8)).hasSizeBetween(15_000, WebhookBody.MOST_BYTES - 1);
        assertThat(body).contains("signal-0\"").doesNotContain("signal-399\"");
    }

    @Test
    void cutsLongQuotesBeforeItLeavesOutAFindingAndSaysSo() {
        var text = "a".repeat(9_000) + " long day";
        var body = WebhookBody.of(withFindings(text, "a".repeat(9_000), 3));
        assertThat(body.getBytes(UTF_8)).hasSizeLessThan(WebhookBody.MOST_BYTES);
        assertThat(body)
                .contains("signal-2\"", "\"note\":\"to stay under 20 kB: quotes are cut; GET /api/v1/alerts has all\"")
                .contains("\"quote\":\"" + "a".repeat(200) + "\"")
                .contains("\"start\":0,\"end\":200");
    }

    @Test
    void sendsEvenAnAlertWithAnEndlessAddress() {
        var alert = withFindings("A long day of news.", "long day", 1);
        var event = alert.event();
        var endless = new ArticleReference(
                event.article().id(),
                1,
                event.article().source(),
                URI.create("https://news.example.org/" + "x".repeat(30_000)),
                event.article().title(),
                "en");
        var body = WebhookBody.of(new Alert(
                new AlertRaised(
                        event.id(),
                        endless,
                        event.findings(),
                        event.routes(),
                        event.catalogueVersion(),
                        event.hops(),
                        event.story()),
                alert.text(),
                alert.trace()));
        assertThat(body.getBytes(UTF_8)).hasSizeLessThan(WebhookBody.MOST_BYTES);
        assertThat(body).contains("\"url\":\"https://news.example.org/\"", "\"note\":\"");
    }

    private static Alert golden(String name) {
        var event = EventRecords.read(Golden.record(name), AlertRaised.class).event();
        return new Alert(event, "", TraceParent.start());
    }

    private static Alert withFindings(String text, String quote, int number) {
        var golden = golden("alert-raised");
        var article = Assessments.article("en", "Title", text);
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < number; i++) {
            findings.add(Assessments.finding(article, "signal-" + i, Status.REPORTED, 0.5, quote));
        }
        var event = golden.event();
        return new Alert(
                new AlertRaised(
                        event.id(),
                        event.article(),
                        findings,
                        event.routes(),
                        event.catalogueVersion(),
                        event.hops(),
                        event.story()),
                article.text(),
                golden.trace());
    }
}
