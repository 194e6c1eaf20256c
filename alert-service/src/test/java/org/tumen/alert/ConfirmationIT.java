package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** An address that is asked before anything is sent to it (double opt-in). */
class ConfirmationIT extends WholeService {

    private static final Pattern LINK = Pattern.compile("Yes, send them: (\\S+)");

    @Test
    void holdsWhatComesUntilTheAddressIsConfirmed() throws Exception {
        soon(() -> assertThat(mailsTo("asked@example.org")).hasSize(1));
        var question = mailsTo("asked@example.org").getFirst();
        assertThat(question.getSubject()).isEqualTo("[Tumen] Do you want the alerts of Asking?");
        var assessed =
                Assessments.of("envoy-recall", "An envoy was recalled", "He was recalled home.", "recalled home");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("pending: waits until the address is confirmed"));
        var link = LINK.matcher(text(question));
        assertThat(link.find()).isTrue();
        var path = path(link.group(1));

        assertThat(get(path)).contains("Do you want these mails?", "asked@example.org");
        assertThat(delivery(assessed, "email")).startsWith("pending");

        assertThat(submit(path, "")).contains("The mails will come");
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("delivered"));
        assertThat(mailsTo("asked@example.org")).as("asked once, told once").hasSize(2);
    }

    @Test
    void asksEveryAddressThatCameByRestWhateverTheBodySays() throws Exception {
        var body = """
                {"id": "by-rest", "name": "By REST", "filter": {"signals": ["rest-asked-watch"]}, "confirm": false,
                 "email": ["by-rest@example.org"], "escalate": {"after": "1h", "to": ["by-rest-boss@example.org"]},
                 "webhook": {"url": "%s", "secret": "%s", "owner": "by-rest-owner@example.org"}}""".formatted(RealParts.RECEIVER.url("/by-rest"), RealParts.SECRET);
        client().put()
                .uri("/api/v1/subscriptions/by-rest")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .retrieve()
                .toBodilessEntity()
                .block();
        assertThat(question("by-rest-owner@example.org"))
                .contains("tell by-rest-owner@example.org when the webhook of \u201cBy REST\u201d is switched off.");
        var reader = question("by-rest@example.org");
        var boss = question("by-rest-boss@example.org");
        assertThat(boss)
                .contains("call by-rest-boss@example.org in when nobody acknowledges an alert of \u201cBy REST\u201d.");

        var assessed = Assessments.of("rest-asked-watch", "Nobody is at home", "He did not come.", "did not come");
        publish(assessed);
        soon(() -> assertThat(RealParts.RECEIVER.calls("/by-rest")).hasSize(1));
        escalationComesDue(assessed, "by-rest");
        soon(() -> assertThat(deliveriesOf("by-rest"))
                .contains("email pending: at once", "email pending: nobody acknowledged it within 60 min"));
        assertThat(mailsTo("by-rest@example.org")).as("the question alone").hasSize(1);
        assertThat(mailsTo("by-rest-boss@example.org")).as("the question alone").hasSize(1);

        confirm(reader);
        soon(() -> assertThat(mailsTo("by-rest@example.org")).hasSize(2));
        confirm(boss);
        soon(() -> assertThat(mailsTo("by-rest-boss@example.org")).hasSize(2));
        assertThat(mailsTo("by-rest-boss@example.org").getLast().getSubject()).contains("Nobody is at home");
        assertThat(mailsTo("by-rest@example.org"))
                .as("confirming is for one address")
                .hasSize(2);
    }

    /** It is the look that comes each hour, or the first one. */
    @Test
    void confirmsAnAddressWhileAMailThatWaitsForItIsLookedAt() throws Exception {
        var question = question("looked-at@example.org");
        var assessed =
                Assessments.of("envoy-return", "An envoy returned", "He returned to Seoul.", "returned to Seoul");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("pending: waits until the address is confirmed"));

        try (var _ = carriedOut(deliveryId(assessed, "email"))) {
            confirm(question);
        }

        soon(() -> assertThat(delivery(assessed, "email")).isEqualTo("delivered"));
    }

    private static String question(String address) throws Exception {
        soon(() -> assertThat(mailsTo(address)).hasSize(1));
        return text(mailsTo(address).getFirst());
    }

    private void confirm(String question) {
        var link = LINK.matcher(question);
        assertThat(link.find()).isTrue();
        assertThat(submit(path(link.group(1)), "")).contains("The mails will come");
    }
}
