package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Status;

/**
 * A claim from its first report to its retraction, for desks that want reports only: one is told at once, one by digest
 * after the first digest was sent, one by a digest that is still to come.
 */
class LifeOfAClaimIT extends WholeService {

    private static final String TEXT = "Xi sent 40 trucks to Kim, it is said.";

    private Instant time = Assessments.month();

    @Test
    void tellsThoseWhoWereToldWhatBecomesOfAClaimInOneThread() throws Exception {
        var claim = article("wire", "Trucks cross the Yalu", TEXT);
        publish(claim, Status.REPORTED);
        soon(() -> assertThat(mailsTo("life@example.org")).hasSize(1));
        soon(() -> assertThat(heldFor("life-paper")).isEqualTo(1));
        soon(() -> assertThat(heldFor("life-late")).isEqualTo(1));
        comesDue("life-paper");
        soon(() -> assertThat(mailsTo("life-paper@example.org")).hasSize(1));

        var denial = article("ledger", "No trucks, says Beijing", "Beijing denied that Xi sent 40 trucks to Kim.");
        publish(denial, Status.DENIED);
        told("Denied, says The ledger.", 2);

        publish(Assessments.revision(2, denial, ChangeKind.WITHDRAWN), Status.DENIED);
        told("Taken back by The ledger; 1 origin stands by it.", 3);

        publish(
                article("daily", "Trucks were sent, says Pyongyang", "Kim thanked Xi, who sent 40 trucks."),
                Status.ANNOUNCED);
        told("Confirmed: one of the actors says so itself.", 4);

        var edited = Assessments.as(
                claim,
                Assessments.revision(
                        2,
                        article("wire", "Trucks cross the Yalu", "Xi sent 60 trucks to Kim, it is said."),
                        ChangeKind.EDITED));
        publish(edited, Status.REPORTED);
        told("Edited: The wire changed what it says.", 5);

        publish(Assessments.revision(3, edited, ChangeKind.WITHDRAWN), Status.REPORTED);
        told("Taken back by The wire; 1 origin stands by it.", 6);

        assertThat(mailsTo("life-late@example.org")).isEmpty();
        comesDue("life-late");
        soon(() -> assertThat(mailsTo("life-late@example.org")).hasSize(1));
        assertThat(text(mailsTo("life-late@example.org").getFirst()))
                .contains("1. Trucks cross the Yalu", "1 origin; confirmed by an actor")
                .containsSubsequence(
                        "Denied, says The ledger.", "Confirmed: one of", "Edited: The wire", "Taken back by The wire");
    }

    @Test
    void tellsThemOfADenialAndAConfirmationThatComeAfterWeeksAndOfNoOther() throws Exception {
        var claim = weeks("wire", "40 trucks of rice leave Dandong", "China sent 40 trucks of rice.", Status.REPORTED);
        publish(claim);
        soon(() -> assertThat(mailsTo("weeks@example.org")).hasSize(1));

        time = time.plus(Duration.ofDays(20));
        var another = weeks(
                "gazette", "Beijing denies 70 trucks", "Beijing denied that 70 trucks left Sinuiju.", Status.DENIED);
        publish(another);
        var denial =
                weeks("ledger", "Beijing denies trucks", "Beijing denied that 40 trucks left Dandong.", Status.DENIED);
        publish(denial);
        soon(() -> assertThat(mailsTo("weeks@example.org")).hasSize(2));
        var again = weeks("courier", "No trucks, says Beijing", "It denied that 40 trucks had left.", Status.DENIED);
        publish(again);
        soon(() -> assertThat(articlesInTheStoryOf(again)).isEqualTo(3));

        time = time.plus(Duration.ofDays(9));
        publish(weeks(
                "daily",
                "Pyongyang confirms trucks",
                "Pyongyang confirmed that 40 trucks of rice came from Dandong.",
                Status.ANNOUNCED));
        soon(() -> assertThat(mailsTo("weeks@example.org")).hasSize(3));
        assertThat(articlesInTheStoryOf(another)).isEqualTo(1);
        assertThat(articlesInTheStoryOf(claim)).isEqualTo(4);

        var mails = mailsTo("weeks@example.org");
        assertThat(text(mails.get(1))).startsWith("Denied, says The ledger.");
        assertThat(text(mails.get(2))).startsWith("Confirmed: one of the actors says so itself.");
        for (var later : mails.subList(1, 3)) {
            assertThat(later.getSubject()).isEqualTo("Re: " + mails.getFirst().getSubject());
            assertThat(later.getHeader("In-Reply-To"))
                    .containsExactly(mails.getFirst().getMessageID());
        }
    }

    private ArticleAssessed weeks(String outlet, String title, String text, Status status) {
        time = time.plusSeconds(60);
        var article = article(outlet, title, text);
        return Assessments.at(time, article, Assessments.finding(article, "weeks-watch", status, 0.75, "trucks"));
    }

    private void publish(Article article, Status status) {
        time = time.plusSeconds(60);
        publish(Assessments.at(time, article, Assessments.finding(article, "life-watch", status, 0.75, "trucks")));
    }

    /** Each desk has so many mails by now; the last one says this and answers the first. */
    private static void told(String words, int mails) throws Exception {
        for (var address : List.of("life@example.org", "life-paper@example.org")) {
            soon(() -> assertThat(mailsTo(address)).as(address + ": " + words).hasSize(mails));
            var all = mailsTo(address);
            assertThat(text(all.getLast())).as(address).startsWith(words);
            assertThat(all.getLast().getHeader("In-Reply-To"))
                    .containsExactly(all.getFirst().getMessageID());
            assertThat(all.getLast().getSubject())
                    .isEqualTo("Re: " + all.getFirst().getSubject());
        }
    }

    private static Article article(String outlet, String title, String text) {
        return Assessments.by(outlet, Assessments.article("en", title, text));
    }
}
