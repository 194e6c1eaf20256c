package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.Mails.html;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import org.junit.jupiter.api.Test;
import org.tumen.model.article.Article;
import org.tumen.model.article.ChangeKind;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;

/** Words that somebody looks for, and stories that somebody wants from their second origin on. */
class TextQueryIT extends WholeService {

    @Test
    void tellsOfWordsInAnArticleInWhichNothingWasFound() throws Exception {
        var page = Assessments.article(
                "en",
                "Keepers leave",
                "Nothing happened. The lighthouses of <b>Rason</b> are dark, and a lighthouse fell.");
        var article = Assessments.copy(page, page.id());
        publish(Assessments.at(Assessments.month(), article));
        soon(() -> assertThat(mailsTo("words@example.org")).hasSize(1));

        var mail = mailsTo("words@example.org").getFirst();
        assertThat(mail.getSubject()).isEqualTo("[Tumen] your words · Keepers leave");
        assertThat(text(mail))
                .contains("The *lighthouses* of <b>Rason</b> are dark, and a *lighthouse* fell.")
                .contains("because of the subscription \"Words\": the words of lighthouse* NOT museum.");
        assertThat(html(mail)).contains(">lighthouses</mark> of &lt;b&gt;Rason&lt;/b&gt; are dark");
        soon(() -> assertThat(get("/")).contains("Keepers leave", "<mark>lighthouses</mark> of &lt;b&gt;Rason"));
        assertThat(get("/api/v1/alerts"))
                .contains(
                        "\"findings\":[]",
                        "\"hits\":[{\"part\":\"text\",\"start\":22,\"end\":33,\"quote\":\"lighthouses\"}");

        var copy = Assessments.copy(Assessments.by("reprinter", article), article.id());
        publish(Assessments.at(Assessments.month(), copy));
        var gone = Assessments.revision(2, article, ChangeKind.WITHDRAWN);
        publish(Assessments.at(Assessments.month(), gone));
        soon(() -> assertThat(mailsTo("words@example.org")).hasSize(2));
        assertThat(text(mailsTo("words@example.org").getLast())).startsWith("Taken back");
    }

    @Test
    void tellsOfAStoryOnceItHasAsManyOriginsAsAreWanted() {
        var month = Assessments.month();
        var first = Assessments.article("en", "Rifles for Rason", "Russia sold arms to the North.");
        publish(Assessments.at(month, first, sold(first)));
        var reprint = Assessments.copy(Assessments.by("reprinter", first), first.id());
        publish(Assessments.at(month, reprint, sold(reprint)));
        var article = Assessments.article("ko", "Rifles again for Rason", "They sold arms to the North.");
        var second = Assessments.by("courier", article);
        publish(Assessments.at(month.plusSeconds(60), second, sold(second)));
        soon(() -> assertThat(RealParts.RECEIVER.calls("/two"))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains("Rifles again for Rason", "\"origins\":2", "\"news\":[\"first\"]")
                        .contains("an earlier article was wanted, and the story has 2 independent origins now")));
    }

    private static Finding sold(Article article) {
        return Assessments.finding(article, "arms-sale", Status.REPORTED, 0.75, "sold arms");
    }
}
