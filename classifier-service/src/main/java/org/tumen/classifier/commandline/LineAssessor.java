package org.tumen.classifier.commandline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.assess.Assessment;
import org.tumen.classifier.assess.Assessor;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Finding;
import tools.jackson.databind.json.JsonMapper;

/** Answers one line of the input. Safe for use by many threads. */
final class LineAssessor {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Assessor assessor;
    private final AssessOptions options;
    private final Style style;

    LineAssessor(Catalogue catalogue, AssessOptions options, Style style) {
        this.assessor = new Assessor(catalogue);
        this.options = options;
        this.style = style;
    }

    AssessOptions options() {
        return options;
    }

    /**
     * What comes of a line.
     *
     * @param json for the file of results
     * @param explanation for a person; empty when none is wanted
     * @param error null when the line could be read
     */
    record Answer(String json, String explanation, @Nullable String error) {}

    Answer answer(NumberedLines.Line line) {
        try {
            return assess(AssessedLine.parse(
                    options.in(),
                    line.number(),
                    line.text(),
                    assessor.catalogue().actors()));
        } catch (UnreadableLineException e) {
            var message = String.valueOf(e.getMessage());
            var json = JSON.writeValueAsString(Map.of("line", line.number(), "error", message));
            return new Answer(json, "", message);
        }
    }

    private Answer assess(AssessedLine input) {
        var text = input.text();
        var assessment = assessor.assess(text);
        var findings = options.all() ? assessment.findings() : assessment.toPublish();
        var events = assessment.events();
        var result = ResultLine.of(input, assessment.language().code(), findings, events, assessor.catalogue());
        return new Answer(result.json(), options.explain() ? explain(input, assessment, findings, events) : "", null);
    }

    private String explain(AssessedLine input, Assessment assessment, List<Finding> findings, List<CodedEvent> events) {
        return Explanation.of(
                input,
                assessment,
                findings,
                events,
                assessor.nearMisses(input.text()),
                assessor.catalogue().actors(),
                style);
    }
}
