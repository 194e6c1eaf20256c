package org.tumen.classifier.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tumen.classifier.match.Match;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.SignalId;

/** One sentence, one act: a signal is silent where another one tells the same words better. */
final class Yielding {

    private Yielding() {}

    private record Place(Evidence.Part part, int start) {

        private static Place of(Match match) {
            var told = match.evidence().getFirst();
            return new Place(told.part(), told.start());
        }
    }

    /** All but those that yield to a better one of the same sentence. */
    static List<Match> without(List<Match> matches) {
        var told = new HashMap<Place, Set<SignalId>>();
        for (var match : matches) {
            told.computeIfAbsent(Place.of(match), _ -> new HashSet<>())
                    .add(match.signal().id());
        }
        var kept = new ArrayList<Match>();
        for (var match : matches) {
            var others = told.getOrDefault(Place.of(match), Set.of());
            if (others.stream().noneMatch(match.signal()::yieldsTo)) {
                kept.add(match);
            }
        }
        return kept;
    }
}
