package org.tumen.classifier.commandline;

import java.util.List;
import java.util.Locale;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;

/** Findings for a person to read. */
final class Explanation {

    private Explanation() {}

    static String of(AssessedLine input, String language, List<Finding> findings) {
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
