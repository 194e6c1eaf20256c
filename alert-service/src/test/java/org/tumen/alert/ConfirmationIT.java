package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
}
