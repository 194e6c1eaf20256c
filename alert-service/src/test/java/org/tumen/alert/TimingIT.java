package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Status;

/** Alerts that wait for their time: together, never twice, under the id that they were given first. */
class TimingIT extends WholeService {

    private static final String TEXT = "He did not come to the hall.";

    @Test
    void putsWhatJoinsAStoryMeanwhileIntoTheSameAlert() throws Exception {
        var month = Assessments.month();
        var first = Assessments.article("en", "No envoy in Wonsan", TEXT);
        publish(found(month, first, "wait-watch", 0.75));
        soon(() -> assertThat(deliveriesOf("wait"))
                .containsExactly(
                        "email held: waits 3600 s for more on its story",
                        "webhook held: waits 3600 s for more on its story"));
        var second =
                Assessments.by("courier", Assessments.article("en", "Wonsan waits for an envoy", TEXT + " Again."));
        publish(found(month, second, "wait-watch", 0.75));
        soon(() -> assertThat(articlesInTheStoryOf(found(month, first, "wait-watch", 0.75)))
                .isEqualTo(2));
        assertThat(mailsTo("wait@example.org")).isEmpty();

        comesDue("wait");
        soon(() -> assertThat(mailsTo("wait@example.org")).hasSize(1));
        soon(() -> assertThat(RealParts.RECEIVER.calls("/wait")).hasSize(1));
        var mail = mailsTo("wait@example.org").getFirst();
        assertThat(mail.getMessageID())
                .startsWith("<" + deliveryIdsOf("wait", "email").getFirst() + "@");
        assertThat(text(mail))
                .contains(
                        "No envoy in Wonsan",
                        "2 independent origins",
                        "Since:     A new independent origin: The courier.");
        assertThat(html(mail)).contains("A new independent origin: The courier. “Wonsan waits for an envoy”");
        assertThat(RealParts.RECEIVER.calls("/wait").getFirst().body())
                .contains("\"origins\":2", "\"news\":[\"first\"]");

        var third = Assessments.by("ledger", Assessments.article("en", "Still no envoy", TEXT + " Still."));
        publish(found(month, third, "wait-watch", 0.75));
        soon(() -> assertThat(mailsTo("wait@example.org")).hasSize(2));
        assertThat(mailsTo("wait@example.org").getLast().getHeader("In-Reply-To"))
                .containsExactly(mail.getMessageID());
    }

    @Test
    void holdsAQuietNightsStoriesAndTellsThemTogetherInTheMorning() throws Exception {
        publish(Assessments.of("night-watch", "The first of the night", TEXT, "did not come"));
        publish(Assessments.of("night-watch", "The second of the night", TEXT, "did not come"));
        soon(() -> assertThat(heldFor("night")).isEqualTo(4));
        assertThat(deliveriesOf("night"))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery).contains(" held: quiet hours until "));
        var id = deliveryIdsOf("night", "webhook").getFirst();

        comesDue("night");
        soon(() -> assertThat(mailsTo("night@example.org")).hasSize(1));
        soon(() -> assertThat(RealParts.RECEIVER.calls("/night")).hasSize(1));
        var mail = mailsTo("night@example.org").getFirst();
        assertThat(mail.getSubject())
                .startsWith("[Tumen] While it was quiet · ")
                .endsWith(" · 2 stories");
        assertThat(text(mail)).contains("1. The first of the night", "2. The second of the night");
        assertThat(html(mail)).contains("The first of the night", "The second of the night");
        tellsInFull(mail, "night-watch");
        var call = RealParts.RECEIVER.calls("/night").getFirst();
        assertThat(call.id()).isEqualTo(id);
        assertThat(call.body())
                .startsWith("{\"type\":\"digest.sent\",\"timestamp\":\"")
                .contains("\"periodic\":false", "\"title\":\"The second of the night\"", "\"omitted\":0");
    }

    @Test
    void sendsTheOnlyStoryOfANightAsItIs() throws Exception {
        publish(Assessments.of("lone-watch", "Alone in the night", TEXT, "did not come"));
        soon(() -> assertThat(deliveriesOf("night-alone")).hasSize(1));
        comesDue("night-alone");
        soon(() -> assertThat(mailsTo("lone@example.org")).hasSize(1));
        assertThat(mailsTo("lone@example.org").getFirst().getSubject())
                .isEqualTo("[Tumen] lone-watch · China → DPRK · Alone in the night");
    }

    @Test
    void sendsADigestBestFirstAndACorrectionOfItAtOnce() throws Exception {
        var month = Assessments.month();
        var weak = Assessments.article("en", "A weak hint", TEXT);
        publish(found(month, weak, "paper-watch", 0.5));
        publish(found(Assessments.month(), Assessments.article("en", "A strong hint", TEXT), "paper-watch", 0.9));
        soon(() -> assertThat(heldFor("paper")).isEqualTo(4));
        assertThat(deliveriesOf("paper"))
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery).contains(" held: in the digest of ", " 1 Jan 00:00 UTC"));

        comesDue("paper");
        soon(() -> assertThat(mailsTo("paper@example.org")).hasSize(1));
        var digest = mailsTo("paper@example.org").getFirst();
        assertThat(digest.getSubject()).startsWith("[Tumen] Digest · ").endsWith(" · 2 stories");
        assertThat(text(digest))
                .containsSubsequence("1. A strong hint", "2. A weak hint", "1. A strong hint", "2. A weak hint");
        tellsInFull(digest, "paper-watch");
        soon(() -> assertThat(RealParts.RECEIVER.calls("/paper")).hasSize(1));
        assertThat(RealParts.RECEIVER.calls("/paper").getFirst().body()).contains("\"periodic\":true");

        var denial =
                Assessments.by("ledger", Assessments.article("en", "No hint at all", TEXT + " Beijing denied it."));
        publish(Assessments.at(
                month.plusSeconds(60),
                denial,
                Assessments.finding(denial, "paper-watch", Status.DENIED, 0.5, "did not come")));
        soon(() -> assertThat(mailsTo("paper@example.org")).hasSize(2));
        var correction = mailsTo("paper@example.org").getLast();
        assertThat(text(correction)).startsWith("Denied, says The ledger.");
        assertThat(correction.getHeader("In-Reply-To")).containsExactly(digest.getMessageID());
        assertThat(correction.getSubject()).isEqualTo("Re: " + digest.getSubject());
        soon(() -> assertThat(deliveriesOf("paper")).contains("email delivered: at once: it corrects what was sent"));
    }

    @Test
    void sendsADigestWithNothingInItToThoseWhoAskedForIt() throws Exception {
        soon(() -> assertThat(deliveriesOf("empty")).containsExactly("email held: a digest, whatever is in it"));
        assertThat(mailsTo("empty@example.org")).isEmpty();
        comesDue("empty", Instant.parse("2026-01-01T00:00:00Z"));
        soon(() -> assertThat(mailsTo("empty@example.org")).hasSize(1));
        var digest = mailsTo("empty@example.org").getFirst();
        assertThat(digest.getSubject()).isEqualTo("[Tumen] Digest · 1 Jan 2026 00:00 UTC · no story");
        assertThat(html(digest)).contains("Nothing was found for this subscription in this time.");
    }

    @Test
    void tellsNoMoreOriginsToWhoDoesWithoutThem() throws Exception {
        var month = Assessments.month();
        var first = Assessments.article("en", "A terse desk is told", TEXT);
        publish(found(month, first, "terse-watch", 0.75));
        soon(() -> assertThat(mailsTo("terse@example.org")).hasSize(1));
        var second = Assessments.by("courier", Assessments.article("en", "The same once more", TEXT + " Again."));
        var assessed = found(month, second, "terse-watch", 0.95);
        publish(assessed);
        soon(() -> assertThat(history(assessed)).hasSize(1));
        assertThat(deliveriesOf("terse")).hasSize(1);
    }

    /** What a mail of one alert has, each story in it has too, in both parts; and its links lead somewhere. */
    private void tellsInFull(MimeMessage mail, String signal) throws Exception {
        for (var part : List.of(text(mail), html(mail))) {
            assertThat(part)
                    .contains(
                            signal,
                            "How unusual: ",
                            "1 origin",
                            "Because of: signal " + signal,
                            RealParts.PUBLIC_URL + "/stories/story-",
                            RealParts.PUBLIC_URL + "/feedback/",
                            RealParts.PUBLIC_URL + "/unsubscribe/");
        }
        assertThat(text(mail)).contains("He *did not come* to the hall.", "Score 0.");
        assertThat(html(mail)).contains(">did not come</mark>", "@media (prefers-color-scheme: dark)");
        assertThat(get(path(link(mail, "Its page: ")))).contains("Life of the claim");
        assertThat(get(path(link(mail, "A signal, or noise?")))).contains("Wrong status");
        assertThat(get(path(link(mail, "No more of these mails:")))).contains("No more");
    }

    private static String link(MimeMessage mail, String words) throws Exception {
        return text(mail)
                .lines()
                .filter(line -> line.startsWith(words))
                .findFirst()
                .orElseThrow()
                .substring(words.length())
                .strip();
    }

    private static ArticleAssessed found(Instant month, Article article, String signal, double score) {
        return Assessments.at(
                month, article, Assessments.finding(article, signal, Status.REPORTED, score, "did not come"));
    }
}
