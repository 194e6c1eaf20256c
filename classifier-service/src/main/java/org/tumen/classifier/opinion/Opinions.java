package org.tumen.classifier.opinion;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessment;
import org.tumen.classifier.opinion.SecondOpinion.Answer;
import org.tumen.classifier.opinion.SecondOpinion.Outcome.Answered;
import org.tumen.classifier.opinion.SecondOpinion.Outcome.Unanswered;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.Finding;

/**
 * Asks about the findings of an assessment that are near the threshold, where somebody is there to be asked and the
 * catalogue says what an answer is worth. Asked = told + not told + unsure + unfounded + the reasons for no answer.
 *
 * <p>Safe for use by many threads.
 */
public final class Opinions {

    private static final Opinions NONE = new Opinions(null, new CompositeMeterRegistry());

    /** More claims on one article are a page of headlines, and a question that nobody answers well. */
    private static final int MOST_CLAIMS = 6;

    private final @Nullable SecondOpinion asked;
    private final MeterRegistry meters;

    private Opinions(@Nullable SecondOpinion asked, MeterRegistry meters) {
        this.asked = asked;
        this.meters = meters;
    }

    static Opinions of(SecondOpinion asked, MeterRegistry meters) {
        return new Opinions(asked, meters);
    }

    /** Nobody is asked. */
    public static Opinions none() {
        return NONE;
    }

    /** What the name of the way of looking ends with: two assessments that differ by who was asked are not the same event. */
    public String suffix(Catalogue catalogue) {
        return asked == null || catalogue.scoring().opinion() == null ? "" : "+" + asked.name() + "-" + asked.version();
    }

    /** The same assessment when nothing is near the threshold or nothing is heard. */
    public Assessment on(Assessment assessment, AssessedText text, Catalogue catalogue) {
        var points = catalogue.scoring().opinion();
        if (asked == null || points == null) {
            return assessment;
        }
        var band = Band.of(catalogue.scoring(), points);
        var near = assessment.findings().stream()
                .filter(band::holds)
                .sorted(Comparator.comparingDouble(finding -> Math.abs(finding.score() - assessment.threshold())))
                .limit(MOST_CLAIMS)
                .toList();
        if (near.isEmpty()) {
            return assessment;
        }
        var question = Question.of(text, near, catalogue);
        return switch (asked.ask(question)) {
            case Answered(var answers) -> assessment.with(moved(assessment, near, question, answers, band, asked));
            case Unanswered(var reason) -> {
                count(reason, near.size());
                yield assessment;
            }
        };
    }

    private List<Finding> moved(
            Assessment assessment,
            List<Finding> near,
            Question question,
            List<Answer> answers,
            Band band,
            SecondOpinion asked) {
        var findings = new ArrayList<>(assessment.findings());
        for (var claim = 0; claim < near.size(); claim++) {
            var finding = near.get(claim);
            var answer = answers.get(claim);
            if (question.bears(answer)) {
                count(answer.verdict(), 1);
                findings.set(
                        assessment.findings().indexOf(finding), band.moved(finding, asked.name(), answer.verdict()));
            } else {
                count("unfounded", 1);
            }
        }
        return findings;
    }

    private void count(Enum<?> result, int claims) {
        count(result.name().toLowerCase(Locale.ROOT).replace('_', ' '), claims);
    }

    private void count(String result, int claims) {
        meters.counter("tumen.classifier.opinions", "result", result).increment(claims);
    }
}
