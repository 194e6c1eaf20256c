package org.tumen.alert.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.alert.Assessments;
import org.tumen.alert.feedback.Feedback.Given;
import org.tumen.alert.feedback.LabelledExamples.Example;
import org.tumen.alert.feedback.LabelledExamples.Expected;
import org.tumen.alert.raise.Alert;
import org.tumen.model.Hops;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.TraceParent;

class LabelledExamplesTest {

    private static final Expected SNUB = new Expected("protocol-snub", "PRC", "DPRK", null, "-", "reported");

    private final List<Given> verdicts = new ArrayList<>();

    @Test
    void expectsWhatMostReadersCallASignal() {
        says("kim", 0, Verdict.SIGNAL, null);
        says("lee", 0, Verdict.SIGNAL, null);
        says("pak", 0, Verdict.NOISE, null);
        says("kim", 1, Verdict.NOISE, "a greeting as every year");
        var example = example();
        assertThat(example.expected()).containsExactly(SNUB);
        assertThat(example.kind()).isEqualTo("feedback");
        assertThat(example.note()).endsWith("leader-message PRC to DPRK: noise (a greeting as every year).");
    }

    @Test
    void asksAPersonToWriteDownWhatIsRightWhereAReaderSaysWhatIsWrong() {
        says("kim", 0, Verdict.WRONG_ACTOR, null);
        says("kim", 1, Verdict.NOISE, null);
        var example = example();
        assertThat(example.expected()).isEmpty();
        assertThat(example.kind()).isEqualTo("feedback-unsettled");
        assertThat(example.note()).contains("wrong-actor; write down by hand what is right.");
    }

    @Test
    void takesNothingForGrantedThatNobodyJudged() {
        says("kim", 0, Verdict.SIGNAL, null);
        var example = example();
        assertThat(example.expected()).containsExactly(SNUB);
        assertThat(example.kind()).isEqualTo("feedback-unsettled");
        assertThat(example.note()).contains("leader-message PRC to DPRK: not judged");
    }

    /** The same line is read by the bench's own reader in its test. */
    @Test
    void writesALineAsSeedsHaveIt() throws IOException {
        says("kim", 0, Verdict.SIGNAL, null);
        says("kim", 1, Verdict.NOISE, null);
        try (var golden = getClass().getResourceAsStream("/golden/labelled/en-feedback.jsonl")) {
            assertThat(LabelledExamples.line(example()))
                    .isEqualTo(new String(requireNonNull(golden).readAllBytes(), UTF_8));
        }
    }

    private void says(String person, int finding, Verdict verdict, @Nullable String comment) {
        verdicts.add(new Given(alert().id(), finding, verdict, person, comment, Assessments.NOON));
    }

    private Example example() {
        return LabelledExamples.of(alert(), verdicts);
    }

    private static Alert alert() {
        var article = Assessments.article("en", "No envoy, a letter", "He did not come; a letter did.");
        var hops = Hops.discovered(Assessments.NOON, Assessments.NOON)
                .fetched(Assessments.NOON)
                .assessed(Assessments.NOON)
                .alerted(Assessments.NOON);
        var event = new AlertRaised(
                Alert.idFor(article.id(), 1),
                ArticleReference.to(article),
                List.of(
                        Assessments.finding(article, "protocol-snub", Status.REPORTED, 0.75, "did not come"),
                        Assessments.finding(article, "leader-message", Status.REPORTED, 0.6, "a letter did")),
                List.of(new Route(new SubscriptionId("desk"), "reason")),
                "c1",
                hops,
                null);
        return new Alert(event, article.text(), TraceParent.start());
    }
}
