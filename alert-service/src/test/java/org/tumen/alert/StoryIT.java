package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;

/** One story over several articles, outlets and revisions, on the real broker, database, mail server and webhook. */
class StoryIT extends WholeService {

    @Test
    void tellsAStoryOnceAndAgainOnlyOnNewsInOneThread() throws Exception {
        var first = letter("A letter came to Wonsan", "Xi sent a letter to Kim.");
        var months = Assessments.month();
        publish(Assessments.at(months, first, reported(first)));
        soon(() -> assertThat(letters("A letter came to Wonsan")).hasSize(1));

        var copy = Assessments.copy(Assessments.by("reprinter", first), first.id());
        publish(Assessments.at(months, copy, reported(copy)));
        var second =
                Assessments.by("courier", letter("Wonsan has a letter", "Xi sent a letter to Kim, diplomats said."));
        publish(Assessments.at(months.plusSeconds(3_600), second, reported(second)));
        soon(() -> assertThat(letters("A letter came to Wonsan")).hasSize(2));

        var denial =
                Assessments.by("ledger", letter("No letter to Wonsan", "Beijing denied that Xi sent a letter to Kim."));
        publish(Assessments.at(
                months.plusSeconds(7_200),
                denial,
                Assessments.finding(denial, "leader-message", Status.DENIED, 0.6, "sent a letter")));
        soon(() -> assertThat(letters("A letter came to Wonsan")).hasSize(3));

        var mails = letters("A letter came to Wonsan");
        var root = mails.getFirst().getMessageID();
        assertThat(mails.getFirst().getHeader("In-Reply-To")).isNull();
        for (var later : mails.subList(1, 3)) {
            assertThat(later.getSubject()).isEqualTo("Re: " + mails.getFirst().getSubject());
            assertThat(later.getHeader("In-Reply-To")).containsExactly(root);
            assertThat(later.getHeader("References")).containsExactly(root);
        }
        assertThat(text(mails.get(1)))
                .startsWith("A new independent origin: The courier.")
                .contains("Story:     2 independent origins, 1 reprint; claimed");
        assertThat(text(mails.get(2))).startsWith("Denied, says The ledger.").contains("; denied");
        assertThat(html(mails.get(2))).contains(">Denied, says The ledger.</b>", "2 independent origins, 1 reprint");
        assertThat(calls("Wonsan"))
                .satisfiesExactly(
                        call -> assertThat(call)
                                .startsWith("{\"type\":\"alert.raised\"")
                                .contains("\"news\":[\"first\"]"),
                        call -> assertThat(call)
                                .startsWith("{\"type\":\"alert.updated\"")
                                .contains("\"origins\":2,\"reprints\":1,\"claim\":\"claimed\",\"news\":[\"origin\"]"),
                        call -> assertThat(call)
                                .startsWith("{\"type\":\"alert.updated\"")
                                .contains("\"claim\":\"denied\",\"news\":[\"denied\"]"));
        assertThat(get("/")).contains("Denied, says The ledger.");
        assertThat(get("/stories/" + storyOf(Assessments.of(denial))))
                .contains("Life of the claim", "A letter came to Wonsan", "repeats Example Wire");
    }

    @Test
    void tellsThoseWhoWereToldThatAnArticleIsTakenDownAndThereAgain() {
        var first = letter("A letter came to Nampo", "Xi sent a letter to Kim.");
        var month = Assessments.month();
        publish(Assessments.at(month, first, reported(first)));
        soon(() -> assertThat(letters("Nampo")).hasSize(1));
        var gone = Assessments.revision(2, first, ChangeKind.WITHDRAWN);
        publish(Assessments.at(month, gone, reported(gone)));
        soon(() -> assertThat(calls("Nampo")).hasSize(2));
        var back = Assessments.revision(3, first, ChangeKind.RESTORED);
        publish(Assessments.at(month, back, reported(back)));
        soon(() -> assertThat(calls("Nampo")).hasSize(3));
        assertThat(calls("Nampo").get(1))
                .contains("\"origins\":0,\"reprints\":0,\"claim\":\"retracted\",\"news\":[\"retracted\"]");
        assertThat(calls("Nampo").get(2))
                .contains("\"origins\":1,\"reprints\":0,\"claim\":\"claimed\",\"news\":[\"restored\"]");
    }

    @Test
    void tellsThoseWhoWereToldThatAnEditTookTheClaimAway() throws Exception {
        var first = letter("A letter came to Rason", "Xi sent a letter to Kim.");
        var month = Assessments.month();
        publish(Assessments.at(month, first, reported(first)));
        soon(() -> assertThat(letters("Rason")).hasSize(1));
        var edited =
                Assessments.revision(2, letter("A letter came to Rason", "Nobody sent anything."), ChangeKind.EDITED);
        publish(Assessments.at(month, Assessments.as(first, edited)));
        soon(() -> assertThat(letters("Rason")).hasSize(2));
        assertThat(text(letters("Rason").getLast()))
                .startsWith("Taken back: no origin stands by it any more.")
                .contains("Xi *sent a letter* to Kim.");
    }

    @Test
    void saysNothingOfAnEditThatChangesNothingOfTheClaim() {
        var first = letter("A letter came to Sinuiju", "Xi sent a letter to Kim.");
        var month = Assessments.month();
        publish(Assessments.at(month, first, reported(first)));
        var comma = Assessments.as(
                first,
                Assessments.revision(
                        2, letter("A letter came to Sinuiju", "Xi sent a letter to Kim, again."), ChangeKind.EDITED));
        publish(Assessments.at(month, comma, reported(comma)));
        var amount = Assessments.as(
                first,
                Assessments.revision(
                        3,
                        letter("A letter came to Sinuiju", "Xi sent a letter to Kim, 400 pages."),
                        ChangeKind.EDITED));
        publish(Assessments.at(month, amount, reported(amount)));
        soon(() -> assertThat(calls("Sinuiju")).hasSize(2));
        assertThat(calls("Sinuiju").getLast()).contains("\"revision\":3", "\"news\":[\"edited\"]");
    }

    @Test
    void makesOneStoryOfArticlesThatComeAtOnce() {
        var month = Assessments.month();
        List<ArticleAssessed> all = new ArrayList<>();
        for (var i = 0; i < 12; i++) {
            var article =
                    Assessments.by("outlet-" + i, letter("Twelve tell of Kaesong " + i, "Xi sent a letter to Kim."));
            all.add(Assessments.at(month, article, reported(article)));
        }
        all.parallelStream().forEach(this::publish);
        soon(() -> assertThat(articlesInTheStoryOf(all.getFirst())).isEqualTo(12));
        soon(() -> assertThat(calls("Twelve tell of")).hasSize(3));
        assertThat(calls("Twelve tell of"))
                .filteredOn(call -> call.contains("\"news\":[\"first\"]"))
                .hasSize(1);
        assertThat(calls("Twelve tell of"))
                .filteredOn(call -> call.contains("\"news\":[\"origin\"]"))
                .hasSize(2);
    }

    private static Article letter(String title, String text) {
        return Assessments.article("en", title, text);
    }

    private static Finding reported(Article article) {
        return Assessments.finding(article, "leader-message", Status.REPORTED, 0.75, "sent a letter");
    }

    private static List<MimeMessage> letters(String title) throws MessagingException {
        var mails = new ArrayList<MimeMessage>();
        for (var mail : mailsTo("letters@example.org")) {
            if (mail.getSubject().contains(title)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static List<String> calls(String title) {
        return RealParts.RECEIVER.calls("/letters").stream()
                .map(Receiver.Call::body)
                .filter(body -> body.contains(title))
                .toList();
    }
}
