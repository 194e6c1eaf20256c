package org.tumen.classifier.match;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;

/**
 * One place where a text tells a signal.
 *
 * @param frame which tells it; null when the learned model alone does
 * @param logOdds what the learned model says of the signal here, natural logarithm; null when it does not know the signal
 * @param announced the same of whether an actor's own voice is the source; null when no model is asked
 * @param sentence of the text, zero-based; -1 for the title; 0 for each line of a round-up
 * @param claimant who says so, as the text names them; null when nobody is named
 * @param speaker the claimant when it is an actor; else null
 * @param acrossSentences whether one of the two actors is only named in the title or lead next to it
 * @param capitalOnly whether one of the two actors is only named by its capital
 * @param evidence the sentences that it rests on, the telling one first
 */
public record Match(
        Signal signal,
        Signal.@Nullable Frame frame,
        @Nullable Double logOdds,
        @Nullable Double announced,
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

    /** The same with the model's word on it. */
    Match with(@Nullable Double logOdds, @Nullable Double announced, Status status) {
        return new Match(
                signal,
                frame,
                logOdds,
                announced,
                dyad,
                status,
                claimant,
                speaker,
                sentence,
                acrossSentences,
                capitalOnly,
                evidence);
    }

    /** Whether it only names the matter. */
    public boolean isFallback() {
        return frame != null && frame.isFallback();
    }

    /** The weight of the signal, and of the frame that tells it. */
    public double weight() {
        return signal.weight() + (frame == null || frame.weight() == null ? 0 : frame.weight());
    }

    /** What it says of the two. */
    public Polarity polarity() {
        return frame == null || frame.polarity() == null ? signal.polarity() : frame.polarity();
    }

    /** The third actor at whose cost it is; null for nobody. */
    public @Nullable ActorId leftOut() {
        return frame == null || frame.leftOut() == null ? signal.leftOutBy(dyad.pair()) : frame.leftOut();
    }

    public boolean inTitle() {
        return sentence == Unit.TITLE;
    }
}
