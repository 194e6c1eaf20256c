package org.tumen.alert.dashboard.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tumen.alert.Assessments;
import org.tumen.alert.dashboard.story.Marked.Paragraph;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;

class MarkedTest {

    @Test
    void marksWhatStandsAtTheOffsetsAndNothingElse() {
        var article = article("Moscow sent oil.\nBeijing sent nothing.");
        assertThat(inBrackets(Marked.of(
                        article.text(),
                        Part.TEXT,
                        List.of(finding(article, "sent oil"), finding(article, "nothing")),
                        List.of())))
                .isEqualTo("Moscow [sent oil|1].\nBeijing sent [nothing|2].");
    }

    @Test
    void cutsWhereFindingsOverlap() {
        var article = article("He did not attend the parade.");
        assertThat(inBrackets(Marked.of(
                        article.text(),
                        Part.TEXT,
                        List.of(finding(article, "did not attend"), finding(article, "attend the parade")),
                        List.of())))
                .isEqualTo("He [did not |1][attend|1, 2][ the parade|2].");
    }

    @Test
    void countsInUtf16UnitsAndSoAPairOfThemAsTwo() {
        var article = article("𠮷林省：开通了大桥。");
        assertThat(article.text().indexOf("开通了大桥")).isEqualTo(5);
        assertThat(inBrackets(Marked.of(article.text(), Part.TEXT, List.of(finding(article, "开通了大桥")), List.of())))
                .isEqualTo("𠮷林省：[开通了大桥|1]。");
    }

    @Test
    void marksTheWordsOfQueriesOnlyWhereNoFindingRests() {
        var article = article("The lighthouse keeper left Rason.");
        var words = List.of(Evidence.quoting(article, Part.TEXT, 4, 14), Evidence.quoting(article, Part.TEXT, 27, 32));
        assertThat(inBrackets(Marked.of(article.text(), Part.TEXT, List.of(finding(article, "left Rason")), words)))
                .isEqualTo("The [lighthouse|0] keeper [left |1][Rason|1].");
    }

    @Test
    void showsOfALongTextAllThatHasEvidence() {
        var article = article("x".repeat(30_000) + " he left " + "y".repeat(30_000));
        var shown = Marked.of(article.text(), Part.TEXT, List.of(finding(article, "he left")), List.of());
        assertThat(inBrackets(shown)).contains("[he left|1]").hasSizeBetween(30_000, 31_000);
        assertThat(Marked.isWhole(article.text(), List.of(finding(article, "he left"))))
                .isFalse();
    }

    @Test
    void takesOutWhatReordersText() {
        var article = article("He \u202Egnp\u202C left.");
        assertThat(inBrackets(Marked.of(article.text(), Part.TEXT, List.of(finding(article, "left")), List.of())))
                .isEqualTo("He gnp [left|1].");
    }

    private static Article article(String text) {
        return Assessments.article("en", "Title", text);
    }

    private static Finding finding(Article article, String quote) {
        return Assessments.finding(article, "symbolic-act", Status.REPORTED, 0.75, quote);
    }

    private static String inBrackets(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> paragraph.pieces().stream()
                        .map(piece -> piece.marked() ? "[" + piece.text() + "|" + piece.numbers() + "]" : piece.text())
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
