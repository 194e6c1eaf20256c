package org.tumen.classifier.event;

import java.util.List;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.EventType;

/** What a term says where it stands. */
sealed interface EventWord {

    /** Names one actor, or two at once. */
    record Name(List<ActorId> actors) implements EventWord {}

    /** Looks like a name and is not. */
    record NoName() implements EventWord {}

    /** Tells an act; a strong word does so by itself. */
    record Act(EventType type, boolean strong) implements EventWord {}

    /** A group without a state: police, rebels, students. */
    record Agent(ActorId role) implements EventWord {}

    /**
     * A term found in a text.
     *
     * @param start in units of the folded text
     * @param end just past it
     */
    record Found(int start, int end, EventWord word) {}
}
