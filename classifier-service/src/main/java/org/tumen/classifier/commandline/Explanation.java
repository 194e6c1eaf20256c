package org.tumen.classifier.commandline;

import java.util.List;
import java.util.Locale;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;

/** Findings for a person to read. */
final class Explanation {

    private Explanation() {}

    static String of(AssessedLine input, String language, List<Finding> findings, List<CodedEvent> events) {
        var text = new StringBuilder();
        text.append("%s [%s] %s%n".formatted(input.id(), language, input.text().title()));
        if (findings.isEmpty()) {
            text.append("  nothing found%n".formatted());
        }
        for (var finding : findings) {
            text.append("  %.2f %s: %s to %s, %s, %s%n"
                    .formatted(
                            finding.score(),
                            finding.signal().value(),
                            finding.dyad().giver(),
                            finding.dyad().receiver(),
                            inWords(finding.polarity()),
                            inWords(finding.status())));
            if (finding.leftOut() != null) {
                text.append("       left out: %s%n".formatted(finding.leftOut()));
            }
            if (finding.claimant() != null) {
                text.append("       claimed by: %s%n".formatted(finding.claimant()));
            }
            for (var part : finding.contributions()) {
                text.append("       %+.2f %s%n".formatted(part.value(), part.name()));
            }
            finding.evidence().forEach(evidence -> text.append(quoted(evidence)));
        }
        for (var event : events) {
            text.append("  %.2f %s (%s): %s on %s, %s %d-%d%n"
                    .formatted(
                            event.score(),
                            event.plover(),
                            inWords(event.plover().quad()),
                            event.source(),
                            event.target(),
                            inWords(event.part()),
                            event.start(),
                            event.end()));
        }
        return text.toString();
    }

    private static String quoted(Evidence evidence) {
        return "       %s %d-%d: »%s«%n"
                .formatted(inWords(evidence.part()), evidence.start(), evidence.end(), evidence.quote());
    }

    private static String inWords(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
