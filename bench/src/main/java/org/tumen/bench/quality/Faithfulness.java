package org.tumen.bench.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.table.Table;
import org.tumen.classifier.assess.AssessedText;
import org.tumen.classifier.assess.Assessor;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;

/** Whether findings rest on the words that they quote: these stand there, and without them the score is lower. */
final class Faithfulness {

    private final Assessor assessor;

    Faithfulness(Assessor assessor) {
        this.assessor = assessor;
    }

    Table of(List<LabelledItem> items) {
        var findings = 0;
        var exact = 0;
        var lower = 0;
        var failures = new ArrayList<String>();
        for (var item : items) {
            for (var finding : assessor.assess(item.text()).toPublish()) {
                findings++;
                var isExact = finding.evidence().stream().allMatch(evidence -> standsIn(item.text(), evidence));
                exact += isExact ? 1 : 0;
                var isLower = isExact && scoreWithout(item.text(), finding) < finding.score();
                lower += isLower ? 1 : 0;
                if (!isLower) {
                    failures.add(item.id() + " " + finding.signal());
                }
            }
        }
        var table = new Table("Evidence " + failures, "what", "findings", "of", "share");
        table.row("quotes stand at their offsets", exact, findings, Counts.ratio(exact, findings));
        table.row("removal lowers the score", lower, findings, Counts.ratio(lower, findings));
        return table;
    }

    private double scoreWithout(AssessedText text, Finding finding) {
        var title = new StringBuilder(text.title());
        var body = new StringBuilder(text.text());
        finding.evidence().stream()
                .sorted(Comparator.comparingInt(Evidence::start).reversed())
                .forEach(evidence -> {
                    var part = evidence.part() == Evidence.Part.TITLE ? title : body;
                    if (evidence.start() <= part.length()) {
                        part.delete(evidence.start(), evidence.end());
                    }
                });
        return assessor.assess(LabelledItem.with(text, title.toString(), body.toString())).findings().stream()
                .filter(other -> other.signal().equals(finding.signal())
                        && other.dyad().pair().equals(finding.dyad().pair()))
                .mapToDouble(Finding::score)
                .max()
                .orElse(0);
    }

    private static boolean standsIn(AssessedText text, Evidence evidence) {
        var part = evidence.part() == Evidence.Part.TITLE ? text.title() : text.text();
        return part.startsWith(evidence.quote(), evidence.start());
    }
}
