package org.tumen.classifier.match;

import java.util.List;
import org.tumen.classifier.actor.Actor;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Status;

/** What a term of the catalogue says where it stands. */
sealed interface Use {

    /** Names one actor, or two at once, or a state that is none: then the list is empty. */
    record Name(List<ActorId> actors, Actor.Kind kind) implements Use {}

    /** Looks like the name of an actor and is not. */
    record NoName() implements Use {}

    record Trigger(int frame) implements Use {}

    record With(int frame) implements Use {}

    record Veto(int frame) implements Use {}

    /**
     * Tells how a text holds an act.
     *
     * @param cue its place in the catalogue's order
     */
    record StatusCue(int cue) implements Use {}

    record Genre(Status status) implements Use {}

    record Claimant() implements Use {}

    record Claim() implements Use {}
}
