package org.tumen.classifier.assess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tumen.classifier.match.Match;
import org.tumen.model.assessment.Evidence;

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
        var byPlace = new HashMap<Place, List<Match>>();
        for (var match : matches) {
            byPlace.computeIfAbsent(Place.of(match), _ -> new ArrayList<>()).add(match);
        }
        var kept = new ArrayList<Match>();
        for (var match : matches) {
            var others = byPlace.getOrDefault(Place.of(match), List.of());
            if (others.stream().noneMatch(other -> yields(match, other))) {
                kept.add(match);
            }
        }
        return kept;
    }

    private static boolean yields(Match match, Match other) {
        if (match.frame() == null || other.frame() == null || match.isPossible()) {
            return false; // The model has weighed all that the sentence says.
        }
        if (!match.isFallback()) {
            return !other.isFallback() && match.signal().yieldsTo(other.signal().id());
        }
        return !other.isFallback() || other.weight() > match.weight();
    }
}
