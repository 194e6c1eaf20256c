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
        Dyad dyad,
        Status status,
        @Nullable String claimant,
        @Nullable ActorId speaker,
        int sentence,
        boolean acrossSentences,
        boolean capitalOnly,
        List<Evidence> evidence) {

    /** One in four. */
    static final double PERHAPS = -1;

    /** Four in five. */
    static final double SURELY = 1.5;

    public Match {
        evidence = List.copyOf(evidence);
    }

    /** The same with the model's word on it. */
    Match with(@Nullable Double logOdds) {
        return changed(logOdds, status);
    }

    /** The same act of these two. */
    Match between(Roles.Reading reading, Place place) {
        return new Match(
                signal,
                frame,
                logOdds,
                reading.dyad(),
                status,
                claimant,
                speaker,
                sentence,
                reading.isAcross(),
                reading.isByCapitalOnly(place.mentions()),
                reading.evidence(place.units(), place.unit()));
    }

    /** The same, held otherwise. */
    Match held(Status status) {
        return changed(logOdds, status);
    }

    private Match changed(@Nullable Double logOdds, Status status) {
        return new Match(
                signal,
                frame,
                logOdds,
                dyad,
                status,
                claimant,
                speaker,
                sentence,
                acrossSentences,
                capitalOnly,
                evidence);
    }

    /** Whether the model rather sees the signal here than not. */
    public boolean isLikely() {
        return logOdds != null && logOdds > 0;
    }

    boolean isSure() {
        return logOdds != null && logOdds > SURELY;
    }

    /** Whether the model sees the signal here in one of four readings: enough for what a rule alone would hold against it. */
    public boolean isPossible() {
        return logOdds != null && logOdds > PERHAPS;
    }

    /** Whether the model sees this one rather than the other; false where it knows nothing of one of them. */
    boolean isLikelierThan(Match other) {
        return logOdds != null && other.logOdds != null && logOdds > other.logOdds;
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
        var leftOut = frame == null || frame.leftOut() == null ? signal.leftOutBy(dyad.pair()) : frame.leftOut();
        return dyad.giver().equals(leftOut) || dyad.receiver().equals(leftOut) ? null : leftOut;
    }

    public boolean inTitle() {
        return sentence == Unit.TITLE;
    }
}
