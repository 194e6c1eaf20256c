package org.tumen.model.assessment;

/**
 * An ordered pair of actors: who gives or acts, and who gets or is acted upon.
 *
 * @param giver who gives or acts
 * @param receiver who gets or is acted upon
 */
public record Dyad(ActorId giver, ActorId receiver) {

    public Dyad {
        if (giver.equals(receiver)) {
            throw new IllegalArgumentException("dyad: " + giver + " twice (expected: two actors)");
        }
    }

    /** The pair without its direction, in alphabetical order: {@code DPRK-RUS}. */
    public String pair() {
        return giver.value().compareTo(receiver.value()) < 0 ? giver + "-" + receiver : receiver + "-" + giver;
    }
}
