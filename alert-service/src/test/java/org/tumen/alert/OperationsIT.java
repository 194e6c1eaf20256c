package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.subject;
import static org.tumen.alert.Mails.text;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** What operators are told of Tumen's own running. */
class OperationsIT extends WholeService {

    @Test
    void tellsOfFeedsThatFailTogetherOnceAndOfTheirRecovery() throws Exception {
        var then = Instant.now();
        changed("kcna-en", FeedState.HEALTHY, FeedState.FAILING, "HTTP 500\r\nBcc: victim@example.org", then);
        changed("rodong", FeedState.HEALTHY, FeedState.QUIET, "no entry for 3 days", then);
        soon(() -> assertThat(notices("2 feeds failing or silent")).hasSize(1));
        var trouble = notices("2 feeds failing or silent").getFirst();
        assertThat(text(trouble))
                .contains(
                        "kcna-en: since ",
                        "failing: HTTP 500 Bcc: victim@example.org",
                        "rodong: since ",
                        "no entry for");
        assertThat(trouble.getHeader("Bcc")).isNull();
        soon(() -> assertThat(RealParts.RECEIVER.calls("/operators"))
                .anySatisfy(call -> assertThat(call.body())
                        .startsWith("{\"type\":\"operations.trouble\"")
                        .contains("\"about\":\"feed\"")));

        var later = Instant.now();
        changed("kcna-en", FeedState.FAILING, FeedState.HEALTHY, "read", later);
        changed("rodong", FeedState.QUIET, FeedState.UNCHANGED, "read", later);
        soon(() -> assertThat(notices("2 feeds are well again")).hasSize(1));
        var recovery = notices("2 feeds are well again").getFirst();
        assertThat(recovery.getHeader("References")).containsExactly(trouble.getMessageID());
    }

    @Test
    void tellsOfAnEndpointThatIsSwitchedOff() throws Exception {
        RealParts.RECEIVER.answers(
                "/chat/off", new MockResponse.Builder().code(410).build());
        publish(Assessments.of("statement-wording", "A formula returned", "The formula came back.", "came back"));
        soon(() -> assertThat(notices("switched off"))
                .anySatisfy(notice -> assertThat(text(notice))
                        .contains(
                                "webhook of off at ",
                                "HTTP 410; nobody else was told: it names no owner who takes mail")));
        assertThat(get("/api/v1/endpoints")).containsPattern("\"subscription\":\"off\",[^}]*\"told\":\\[]");
        assertThat(get("/deliveries?state=all"))
                .contains("Webhooks that are switched off", "nobody: it names no owner who takes mail")
                .doesNotContain("No subscription tells operators");
    }

    private void changed(String feed, FeedState previous, FeedState state, String reason, Instant since) {
        var event = new FeedHealthChanged(new FeedId(feed), previous, state, since, reason);
        publish(EventRecords.write(Envelope.first(event, URI.create("/crawler-service"), Instant.now())));
    }

    private static List<MimeMessage> notices(String subject) throws MessagingException {
        return mailsTo("operator@example.org").stream()
                .filter(mail -> subject(mail).contains(subject))
                .toList();
    }
}
