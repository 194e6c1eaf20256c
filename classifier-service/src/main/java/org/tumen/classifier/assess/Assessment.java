package org.tumen.classifier.assess;

import java.util.List;
import org.tumen.classifier.language.LanguageIdentifier;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Finding;

/**
 * What was found in a text.
 *
 * @param language which it is in, and whether the catalogue has words in it
 * @param findings strongest first, below the threshold too
 * @param events in the order of the text, title first
 * @param threshold of the catalogue
 * @param unread how many UTF-16 units of title and text were left out because it is too long; most often 0
 */
public record Assessment(
        LanguageIdentifier.Outcome language,
        List<Finding> findings,
        List<CodedEvent> events,
        double threshold,
        int unread) {

    public Assessment {
        findings = List.copyOf(findings);
        events = List.copyOf(events);
    }

    /** The same with other findings, in any order. */
    public Assessment with(List<Finding> others) {
        var sorted = others.stream().sorted(Assessor.STRONGEST_FIRST).toList();
        return new Assessment(language, sorted, events, threshold, unread);
    }

    /** Those that are worth telling. */
    public List<Finding> toPublish() {
        return findings.stream().filter(finding -> finding.score() >= threshold).toList();
    }
}
