package org.tumen.alert.raise;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.Dyad;

/** What lists of alerts are filtered and ordered by, as columns beside the event. */
final class Listed {

    private Listed() {}

    /** Each once, in alphabetical order. */
    static String[] signals(AlertRaised event) {
        return distinct(
                event.findings().stream().map(finding -> finding.signal().value()));
    }

    /** Both actors in alphabetical order, whoever acts: {@code DPRK-RUS}. */
    static String[] pairs(AlertRaised event) {
        return distinct(event.findings().stream().map(finding -> pair(finding.dyad())));
    }

    /** The least probability among the surprises: how much of a surprise it is; null when there is too little history. */
    static @Nullable Float chance(AlertRaised event) {
        var surprises = event.surprises();
        return surprises == null
                ? null
                : surprises.stream()
                        .map(Surprise::probability)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .map(Double::floatValue)
                        .orElse(null);
    }

    private static String pair(Dyad dyad) {
        var one = dyad.giver().value();
        var other = dyad.receiver().value();
        return one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one;
    }

    private static String[] distinct(Stream<String> words) {
        return words.distinct().sorted().toArray(String[]::new);
    }
}
