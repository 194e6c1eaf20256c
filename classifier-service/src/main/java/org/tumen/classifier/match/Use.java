package org.tumen.classifier.match;

import java.util.List;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.Phrase;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Status;

/** What a term of the catalogue says where it stands. */
sealed interface Use {

    /** The kinds of uses, to tell at once which a term has. */
    enum Kind {
        NAME,
        NO_NAME,
        TRIGGER,
        AND,
        WITH,
        VETO,
        STATUS_CUE,
        GENRE,
        DIGEST,
        NOISE,
        CLAIMANT,
        CLAIM,
        WORD
    }

    default Kind says() {
        return switch (this) {
            case Name _ -> Kind.NAME;
            case NoName _ -> Kind.NO_NAME;
            case Trigger _ -> Kind.TRIGGER;
            case And _ -> Kind.AND;
            case With _ -> Kind.WITH;
            case Veto _ -> Kind.VETO;
            case StatusCue _ -> Kind.STATUS_CUE;
            case Genre _ -> Kind.GENRE;
            case Digest _ -> Kind.DIGEST;
            case Noise _ -> Kind.NOISE;
            case Claimant _ -> Kind.CLAIMANT;
            case Claim _ -> Kind.CLAIM;
            case Word _ -> Kind.WORD;
        };
    }

    /** Names one actor, or several at once, or a state that is none: then the list is empty. */
    record Name(List<ActorId> actors, Actor.Kind kind) implements Use {}

    /** Looks like the name of an actor and is not. */
    record NoName() implements Use {}

    /**
     * Tells the act of a frame.
     *
     * @param reversed whether its subject gets or is acted upon
     */
    record Trigger(int frame, boolean reversed) implements Use {}

    record And(int frame) implements Use {}

    record With(int frame) implements Use {}

    record Veto(int frame) implements Use {}

    /**
     * Tells how a text holds an act.
     *
     * @param cue its place in the catalogue's order
     */
    record StatusCue(int cue) implements Use {}

    /**
     * Tells what kind of piece it is.
     *
     * @param inLead whether it does in the first sentences too
     */
    record Genre(Status status, boolean inLead) implements Use {}

    record Digest() implements Use {}

    record Noise() implements Use {}

    record Claimant() implements Use {}

    record Claim() implements Use {}

    /**
     * Stands in a list of the vocabulary: says nothing by itself, but much to the learned model.
     *
     * @param feature its name there
     * @param phrase the same, to stand in names of others
     */
    record Word(FeatureName feature, Phrase phrase) implements Use {

        static Word in(String list) {
            var name = "@list " + list;
            return new Word(FeatureName.of(name), Phrase.of(name));
        }
    }
}
