package org.tumen.classifier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Status;

/**
 * One place where a text tells a signal.
 *
 * @param sentence of the text, zero-based; -1 for the title; 0 for each line of a round-up
 * @param claimant who says so, as the text names them; null when nobody is named
 * @param speaker the claimant when it is an actor; else null
 * @param acrossSentences whether one of the two actors is only named in the title or lead next to it
 * @param capitalOnly whether one of the two actors is only named by its capital
 * @param evidence the sentences that it rests on, the telling one first
 */
public record Match(
        Signal signal,
        Signal.Frame frame,
        Dyad dyad,
        Status status,
        @Nullable String claimant,
        @Nullable ActorId speaker,
        int sentence,
        boolean acrossSentences,
        boolean capitalOnly,
        List<Evidence> evidence) {

    public Match {
        evidence = List.copyOf(evidence);
    }

    public boolean inTitle() {
        return sentence == Unit.TITLE;
    }
}
