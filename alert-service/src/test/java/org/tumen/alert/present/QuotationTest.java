package org.tumen.alert.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.Assessments;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.TraceParent;

class QuotationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | First one. He did not come. Last one. | did not come | He [did not come].",
                "en | A heading without a stop~He did not come~Next line | did not come | He [did not come]",
                "ko | 첫 문장이다. 조약에 서명했다. 끝. | 서명했다 | 조약에 [서명했다].",
                "zh | 第一句。中国大使未出席活动。第三句。 | 未出席 | 中国大使[未出席]活动。",
                "ru | Первое. Посол не приехал в Пхеньян. Конец. | не приехал | Посол [не приехал] в Пхеньян.",
                "en | He did not come | He did not come | [He did not come]",
                "en | Rows of 🎖 medals: he 🎖 left. End. | 🎖 left | Rows of 🎖 medals: he [🎖 left].",
            })
    void quotesTheSentenceWithTheEvidenceMarked(String language, String text, String evidence, String expected) {
        assertThat(quotations(language, text.replace('~', '\n'), evidence)).containsExactly(expected);
    }

    @Test
    void cutsASentenceThatDoesNotEnd() {
        var quotation = quotations("en", "word ".repeat(2_000) + "HERE " + "word ".repeat(2_000), "HERE")
                .getFirst();
        assertThat(quotation).contains("[HERE]").hasSizeBetween(400, 500);
    }

    @Test
    void showsNoCharacterThatTurnsTextAround() {
        assertThat(quotations("en", "He \u202Edid\u0007not\u2066 come.", "not")).containsExactly("He did [not] come.");
    }

    private static List<String> quotations(String language, String text, String evidence) {
        var article = Assessments.article(language, "Title", text);
        var finding = Assessments.finding(article, "protocol-snub", Status.REPORTED, 0.75, evidence);
        var event = new AlertRaised(
                Alert.idFor(article.id(), article.revision()),
                ArticleReference.to(article),
                List.of(finding),
                List.of(new Route(new SubscriptionId("desk"), "reason")),
                "c1",
                Assessments.of(article, finding).hops().alerted(Assessments.NOON),
                null);
        return Quotation.of(finding, new Alert(event, text, TraceParent.start())).stream()
                .map(quotation -> quotation.pieces().stream()
                        .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                        .collect(Collectors.joining()))
                .toList();
    }
}
