package org.tumen.classifier.signal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.language.Terms;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

/**
 * A kind of act that says something about the ties between two actors.
 *
 * @param id as in findings
 * @param definition what counts and what does not, in one or two sentences
 * @param tier one act, a slow variable, or talk
 * @param polarity what it says of the two, unless a frame says otherwise
 * @param weight what it adds to a score by itself, in (0, 1]
 * @param plover its event types in the PLOVER ontology; may be empty
 * @param sources where the definition comes from: ids of the bibliography
 * @param leftOut who loses by it, for each pair of actors: {@code DPRK-RUS: PRC}
 * @param frames the ways of telling it
 * @param yieldsTo signals that tell the same words better: beside one of them, in one sentence, this one is silent
 * @param veto words that speak of something else, in the sentence or the title
 * @param examples tried by a test
 */
public record Signal(
        SignalId id,
        String definition,
        Tier tier,
        Polarity polarity,
        double weight,
        List<String> plover,
        List<String> sources,
        @Nullable Map<String, ActorId> leftOut,
        List<Frame> frames,
        @Nullable List<SignalId> yieldsTo,
        @Nullable Terms veto,
        Examples examples) {

    /**
     * One way of telling a signal.
     *
     * @param id unique within the signal
     * @param trigger one of these words; their subject gives or acts
     * @param reversed the same told from the other end: their subject gets or is acted upon; null is none
     * @param with and one of these near it; null when the trigger is enough
     * @param within how many words may lie between the two
     * @param and and one of these anywhere in the sentence; null is nothing more
     * @param giver who may give or act
     * @param receiver who may get or be acted upon
     * @param named all of whom the sentence must name; null is nobody but the two
     * @param anyOrder true when the lists alone tell who acts; null is false: the words around the names decide
     * @param joint true when they act together: the one named first is the giver; null is false
     * @param fallback true when it only names the matter: beside any other frame of the sentence it is silent; null is false
     * @param implied who is meant when the text does not name them; null is nobody
     * @param status which the frame always has; null is what the words around it say
     * @param leftOut who loses by it when it is told so; null is what the signal says of the pair
     * @param roles words whose sense differs in this frame from that in the cues: to be recalled from a place
     * @param polarity where it differs from the signal's
     * @param weight added to the signal's weight; null is 0
     * @param veto words that speak of something else, in the sentence
     */
    public record Frame(
            String id,
            Terms trigger,
            @Nullable Terms reversed,
            @Nullable Terms with,
            @Nullable Integer within,
            @Nullable Terms and,
            List<ActorId> giver,
            List<ActorId> receiver,
            @Nullable List<ActorId> named,
            @Nullable Boolean anyOrder,
            @Nullable Boolean joint,
            @Nullable Boolean fallback,
            @Nullable Implied implied,
            @Nullable Status status,
            @Nullable ActorId leftOut,
            @Nullable List<Cues.RoleCue> roles,
            @Nullable Polarity polarity,
            @Nullable Double weight,
            @Nullable Terms veto) {

        private static final int WITHIN = 12;

        /** The same with other words. */
        Frame withTerms(
                Terms trigger,
                @Nullable Terms reversed,
                @Nullable Terms with,
                @Nullable Terms and,
                @Nullable Terms veto) {
            return new Frame(
                    id, trigger, reversed, with, within, and, giver, receiver, named, anyOrder, joint, fallback,
                    implied, status, leftOut, roles, polarity, weight, veto);
        }

        public Frame {
            giver = List.copyOf(giver);
            receiver = List.copyOf(receiver);
            named = named == null ? List.of() : List.copyOf(named);
            roles = roles == null ? List.of() : List.copyOf(roles);
        }

        public int reach() {
            return Objects.requireNonNullElse(within, WITHIN);
        }

        /** Its own words for who acts, ahead of those that hold everywhere. */
        public List<Cues.RoleCue> ownRoles() {
            return roles == null ? List.of() : roles;
        }

        /** Who must be named, beside the two. */
        public List<ActorId> mustBeNamed() {
            return named == null ? List.of() : named;
        }

        /** Whether only readings between the actors of the lists are weighed. */
        public boolean takesAnyOrder() {
            return Boolean.TRUE.equals(anyOrder);
        }

        public boolean isFallback() {
            return Boolean.TRUE.equals(fallback);
        }

        public boolean isJoint() {
            return Boolean.TRUE.equals(joint);
        }

        public boolean allows(ActorId acting, ActorId actedOn) {
            return giver.contains(acting) && receiver.contains(actedOn);
        }
    }

    /**
     * Who is meant without being named.
     *
     * @param giver null when the giver must be named
     * @param receiver null when the receiver must be named
     */
    public record Implied(@Nullable ActorId giver, @Nullable ActorId receiver) {}

    /**
     * Articles on which a signal is tried.
     *
     * @param fires articles in which the signal is found
     * @param quiet articles in which it is not
     */
    public record Examples(List<Example> fires, List<Example> quiet) {}

    /**
     * An article in short, and what is found in it.
     *
     * @param text null when the title is all
     * @param published ISO date; null when it does not matter
     */
    public record Example(
            Language lang,
            String title,
            @Nullable String text,
            @Nullable String published,
            @Nullable ActorId giver,
            @Nullable ActorId receiver,
            @Nullable Status status,
            @Nullable String claimant) {}

    public Signal {
        plover = List.copyOf(plover);
        sources = List.copyOf(sources);
        leftOut = leftOut == null ? Map.of() : Map.copyOf(leftOut);
        frames = List.copyOf(frames);
        yieldsTo = yieldsTo == null ? List.of() : List.copyOf(yieldsTo);
        if (definition.isBlank()) {
            throw new IllegalArgumentException("definition: blank (expected: what counts and what does not)");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight: " + weight + " (expected: more than 0, at most 1)");
        }
    }

    /** The same with other frames and vetoes. */
    Signal withFrames(List<Frame> frames, @Nullable Terms veto) {
        return new Signal(
                id, definition, tier, polarity, weight, plover, sources, leftOut, frames, yieldsTo, veto, examples);
    }

    public boolean yieldsTo(SignalId other) {
        return yieldsTo != null && yieldsTo.contains(other);
    }

    /** The third actor at whose cost it is. */
    public @Nullable ActorId leftOutBy(String pair) {
        return leftOut == null ? null : leftOut.get(pair);
    }
}
