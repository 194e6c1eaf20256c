package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.subject;
import static org.tumen.alert.Mails.text;

import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Status;

/** Alerts that somebody takes on, and those that nobody does. */
class AcknowledgeIT extends WholeService {

    private static final Pattern LINK = Pattern.compile("Acknowledge it, or others are called in: (\\S+)");
    private static final String TEXT = "He did not come to the hall.";

    @Test
    void callsInOthersOnceWhenNobodyTakesAnAlertOnAndTellsThemWhatBecomesOfIt() throws Exception {
        var month = Assessments.month();
        var first = Assessments.article("en", "Nobody is at the desk", TEXT);
        var assessed = told(month, first, Status.REPORTED);
        publish(assessed);
        soon(() -> assertThat(mailsAbout("duty@example.org", "Nobody is at the desk"))
                .isEqualTo(1));
        assertThat(escalationWaits(assessed, "duty")).isTrue();

        escalationComesDue(assessed, "duty");
        soon(() -> assertThat(mailsAbout("boss@example.org", "Nobody is at the desk"))
                .isEqualTo(1));
        assertThat(escalationWaits(assessed, "duty")).isFalse();
        soon(() -> assertThat(deliveriesOf("duty")).contains("email delivered: nobody acknowledged it within 60 min"));
        assertThat(deliveryIdsOf("duty", "email")).doesNotHaveDuplicates();

        var denial = Assessments.by("ledger", Assessments.article("en", "It was denied", TEXT + " Beijing denied it."));
        publish(told(month, denial, Status.DENIED));
        soon(() -> assertThat(mailsAbout("boss@example.org", "Nobody is at the desk"))
                .isEqualTo(2));
        var mails = mailsTo("boss@example.org").stream()
                .filter(mail -> subject(mail).contains("Nobody is at the desk"))
                .toList();
        assertThat(text(mails.getLast())).startsWith("Denied, says The ledger.");
        assertThat(mails.getLast().getHeader("In-Reply-To"))
                .containsExactly(mails.getFirst().getMessageID());
    }

    @Test
    void callsInNobodyForAnAlertThatWasTakenOn() throws Exception {
        var assessed = told(Assessments.month(), Assessments.article("en", "Somebody is there", TEXT), Status.REPORTED);
        publish(assessed);
        soon(() ->
                assertThat(mailsAbout("duty@example.org", "Somebody is there")).isEqualTo(1));
        assertThat(answerTo(
                        "/api/v1/alerts/" + idOf(assessed) + "/acknowledge",
                        "{\"by\": \"Min\", \"comment\": \"on it\"}"))
                .contains("\"by\":\"Min\"", "\"comment\":\"on it\"");
        escalationComesDue(assessed, "duty");
        soon(() -> assertThat(escalationWaits(assessed, "duty")).isFalse());
        assertThat(mailsAbout("boss@example.org", "Somebody is there")).isZero();
    }

    @Test
    void takesAnAlertOnByTheButtonBehindTheLinkInItsMailAndNotByLookingAtIt() throws Exception {
        var assessed = told(Assessments.month(), Assessments.article("en", "By a link", TEXT), Status.REPORTED);
        publish(assessed);
        soon(() -> assertThat(mailsAbout("duty@example.org", "By a link")).isEqualTo(1));
        var mail = mailsTo("duty@example.org").stream()
                .filter(one -> subject(one).contains("By a link"))
                .findFirst()
                .orElseThrow();
        var found = LINK.matcher(text(mail));
        assertThat(found.find()).isTrue();
        assertThat(html(mail)).contains("href=\"" + found.group(1) + "\"");
        var link = path(found.group(1));
        assertThat(get(link)).contains("By a link", "<button type=\"submit\"");
        assertThat(get("/api/v1/alerts/" + idOf(assessed) + "/acknowledge")).isEqualTo("[]");
        assertThat(client().post().uri(link).retrieve().bodyToMono(String.class).block())
                .contains("Acknowledged by <b>duty@example.org</b>");
        assertThat(get("/api/v1/alerts/" + idOf(assessed) + "/acknowledge")).contains("\"subscription\":\"duty\"");
    }

    @Test
    void callsInNobodyForAnAlertThatWasTakenOnByTheButtonOfItsStory() throws Exception {
        var assessed = told(Assessments.month(), Assessments.article("en", "By a button", TEXT), Status.REPORTED);
        publish(assessed);
        soon(() -> assertThat(mailsAbout("duty@example.org", "By a button")).isEqualTo(1));
        var answer = client().post()
                .uri("/alerts/" + idOf(assessed) + "/acknowledge")
                .header("HX-Request", "true")
                .retrieve()
                .bodyToMono(String.class)
                .block();
        assertThat(answer).contains("Taken on by").doesNotContain("<html", "Acknowledge</button>");
        assertThat(get("/api/v1/alerts/" + idOf(assessed) + "/acknowledge"))
                .contains("\"subscription\":null", "\"comment\":\"\"");
        escalationComesDue(assessed, "duty");
        soon(() -> assertThat(escalationWaits(assessed, "duty")).isFalse());
        assertThat(mailsAbout("boss@example.org", "By a button")).isZero();
    }

    @Test
    void saysWhatIsWrongWithAnAcknowledgement() {
        assertThat(answerTo("/api/v1/alerts/alert-none/acknowledge", "{\"by\": \"Min\"}"))
                .contains("\"status\":404");
        var assessed = told(Assessments.month(), Assessments.article("en", "By nobody", TEXT), Status.REPORTED);
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        assertThat(answerTo("/api/v1/alerts/" + idOf(assessed) + "/acknowledge", "{}"))
                .contains("\"status\":400", "by: missing or too long (expected: a name of 1 to 500 characters)");
    }

    private static long mailsAbout(String address, String title) throws Exception {
        return mailsTo(address).stream()
                .filter(mail -> subject(mail).contains(title))
                .count();
    }

    private static ArticleAssessed told(Instant month, Article article, Status status) {
        return Assessments.at(month, article, Assessments.finding(article, "duty-watch", status, 0.75, "did not come"));
    }
}
