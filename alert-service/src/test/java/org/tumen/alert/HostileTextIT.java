package org.tumen.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A title that tries to be a header, markup or a mention is harmless text wherever it arrives. */
class HostileTextIT extends WholeService {

    private static final String TITLE = "<script>alert(1)</script>\r\nBcc: victim@example.org\u202Egnp\0"
            + " <!channel> @here [free](http://evil.example)";

    @Test
    void isTextInMailWebhookChatsPageAndFeed() throws Exception {
        var assessed = Assessments.of("symbolic-act", TITLE, "A <b onload=x>plaque\0</b> was removed.", "was removed");
        publish(assessed);

        soon(() -> assertThat(mailsTo("hostile@example.org")).hasSize(1));
        var mail = mailsTo("hostile@example.org").getFirst();
        assertThat(mail.getSubject())
                .endsWith("<script>alert(1)</script> Bcc: victim@example.orggnp\uFFFD <!channel> @here"
                        + " [free](http://evil.example)");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(headerLines(mail)).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(html(mail))
                .doesNotContain("<script", "<b onload", "\u202E")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "was removed</mark>");

        soon(() -> assertThat(RealParts.RECEIVER.calls("/hostile")).hasSize(1));
        assertThat(RealParts.RECEIVER.calls("/hostile").getFirst().body())
                .contains("<script>alert(1)</script> Bcc: victim@example.orggnp\uFFFD")
                .doesNotContain("\\r", "\\n", "\u202E");

        soon(() -> assertThat(chat("slack")).hasSize(1));
        assertThat(chat("slack").getFirst())
                .contains("&lt;!channel&gt;")
                .doesNotContain("\"type\":\"mrkdwn\"", "\u202E");
        soon(() -> assertThat(chat("teams")).hasSize(1));
        assertThat(chat("teams").getFirst()).contains("<!channel> @here").doesNotContain("\"TextBlock\"", "\u202E");
        soon(() -> assertThat(chat("mattermost")).hasSize(1));
        assertThat(chat("mattermost").getFirst()).doesNotContain("@here", "[free](", "<script", "\u202E");

        soon(() -> assertThat(get("/"))
                .doesNotContain("<script>alert", "<b onload", "\u202E")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Bcc: victim@example.org"));

        var feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(get("/api/v1/subscriptions/hostile/alerts.atom"))));
        var titles = feed.getElementsByTagName("title");
        assertThat(titles.item(1).getTextContent()).startsWith("<script>alert(1)</script> Bcc: victim@example.orggnp");
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
        assertThat(feed.getElementsByTagName("content").item(0).getTextContent())
                .contains("&lt;b onload=x&gt;plaque", "<mark>was removed</mark>");
    }

    private static List<String> chat(String name) {
        return RealParts.RECEIVER.calls("/chat/" + name).stream()
                .map(Receiver.Call::body)
                .toList();
    }

    /** Every line of the mail's head as it went over the wire. */
    private static List<String> headerLines(MimeMessage mail) throws Exception {
        var raw = new ByteArrayOutputStream();
        mail.writeTo(raw);
        var text = raw.toString(UTF_8);
        return text.substring(0, text.indexOf("\r\n\r\n")).lines().toList();
    }
}
