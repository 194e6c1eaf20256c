package org.tumen.classifier.match;

import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.model.assessment.ActorId;

/**
 * An actor named in a text.
 *
 * @param actor null for a state that is no actor
 * @param start in units of the folded text
 * @param rank its place among the actors that one word names, zero-based; {@link #ALONE} when it names no other
 * @param here whether it stands in the sentence itself and not in one next to it
 */
record Mention(@Nullable ActorId actor, Actor.Kind kind, int start, int end, int rank, boolean here) {

    static final int ALONE = -1;

    boolean isOneOfSeveral() {
        return rank != ALONE;
    }

    /** Somebody who goes without saying, where this one is named. */
    Mention as(ActorId other) {
        return other.equals(actor) ? this : new Mention(other, Actor.Kind.NAME, start, end, ALONE, here);
    }

    Mention elsewhere() {
        return new Mention(actor, kind, start, end, rank, false);
    }
}
