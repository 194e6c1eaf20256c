package org.tumen.bench.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.classifier.assess.Assessor;
import org.tumen.model.assessment.Finding;

/**
 * An item, and what the classifier found in it.
 *
 * @param findings strongest first
 */
record Assessed(LabelledItem item, List<Finding> findings) {

    /** The findings of each item; with {@code all} those below the threshold too. */
    static List<Assessed> all(Assessor assessor, List<LabelledItem> items, boolean all) {
        return items.stream()
                .map(item -> {
                    var assessment = assessor.assess(item.text());
                    return new Assessed(item, all ? assessment.findings() : assessment.toPublish());
                })
                .toList();
    }

    Set<String> found() {
        return findings.stream().map(finding -> finding.signal().value()).collect(Collectors.toSet());
    }

    Set<String> expected() {
        return item.expected().stream().map(LabelledItem.Expected::signal).collect(Collectors.toSet());
    }

    Counts counts() {
        return Counts.of(found(), expected());
    }

    /** Hit, false alarm or miss of one signal. */
    Counts counts(String signal) {
        var found = Set.of(signal);
        return Counts.of(found().contains(signal) ? found : Set.of(), expected().contains(signal) ? found : Set.of());
    }

    /** The finding that answers to what is expected: of its signal, and rather between its actors. */
    Optional<Finding> answerTo(LabelledItem.Expected expected) {
        return findings.stream()
                .filter(finding -> finding.signal().value().equals(expected.signal()))
                .max(Comparator.comparingInt(finding -> isPair(finding, expected) ? 1 : 0));
    }

    static boolean isPair(Finding finding, LabelledItem.Expected expected) {
        var dyad = finding.dyad();
        return isDirected(finding, expected)
                || (dyad.giver().value().equals(expected.receiver())
                        && dyad.receiver().value().equals(expected.giver()));
    }

    static boolean isDirected(Finding finding, LabelledItem.Expected expected) {
        return finding.dyad().giver().value().equals(expected.giver())
                && finding.dyad().receiver().value().equals(expected.receiver());
    }
}
