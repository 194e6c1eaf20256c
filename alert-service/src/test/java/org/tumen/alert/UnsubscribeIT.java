package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** The way out of a subscription that every mail carries (RFC 8058). */
class UnsubscribeIT extends WholeService {

    private static final Pattern HEADER = Pattern.compile("<(https://[^>]+)>");

    @Test
    void endsTheMailsByOneClickAndTakesThemUpAgain() throws Exception {
        var first = Assessments.of("military-exchange", "Generals met", "The generals met.", "generals met");
        publish(first);
        soon(() -> assertThat(mailsTo("leaver@example.org")).hasSize(1));
        var mail = mailsTo("leaver@example.org").getFirst();
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var header = HEADER.matcher(mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s", ""));
        assertThat(header.matches()).isTrue();
        var path = path(header.group(1));
        assertThat(text(mail))
                .contains("No more of these mails: " + header.group(1))
                .doesNotContain("Acknowledge");

        assertThat(get(path)).contains("No more of these mails?", "leaver@example.org");
        var second = Assessments.of("military-exchange", "Generals met again", "They met again.", "met again");
        publish(second);
        soon(() -> assertThat(mailsTo("leaver@example.org"))
                .as("looking changes nothing")
                .hasSize(2));

        assertThat(submit(path, "List-Unsubscribe=One-Click")).contains("No more mails will come");
        var third = Assessments.of("military-exchange", "Generals met a third time", "They met thrice.", "met thrice");
        publish(third);
        soon(() -> assertThat(alerts(third)).isEqualTo(1));
        assertThat(delivery(third, "email")).isEqualTo("none");

        assertThat(submit(path + "/undo", "")).contains("The mails will come");
        var fourth = Assessments.of("military-exchange", "Generals met for good", "They met for good.", "met for good");
        publish(fourth);
        soon(() -> assertThat(mailsTo("leaver@example.org")).hasSize(3));
    }

    /** Nor does a stranger fill the trail by it, of which nothing is ever deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"unsubscribe", "confirm", "feedback", "acknowledge"})
    void nothingComesOfALinkThatWasNotMadeHere(String kind) {
        var path = "/" + kind + "/bGVhdmluZwpsZWF2ZXJAZXhhbXBsZS5vcmc.AAAAAAAAAAAAAAAAAAAAAA";
        var before = inTheTrailBy("reader of a mail");
        var answer = stranger()
                .post()
                .uri(path)
                .header("Accept", "text/html")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("finding=0&verdict=noise")
                .exchangeToMono(response -> response.toEntity(String.class))
                .blockOptional()
                .orElseThrow();
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody()).containsIgnoringCase("link");
        assertThat(inTheTrailBy("reader of a mail")).isEqualTo(before);
    }
}
