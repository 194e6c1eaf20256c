package org.tumen.model.assessment;

import org.tumen.model.assessment.Evidence.Part;

/**
 * A sentence in which one actor acts on another, coded in the PLOVER ontology.
 *
 * @param plover what kind of act
 * @param source who acts
 * @param target who is acted upon; the source itself where a state acts on its own people
 * @param part where the sentence stands
 * @param start of the sentence in that part, in UTF-16 units, zero-based
 * @param end just past it
 * @param score how sure the coding is, in (0, 1]
 */
public record CodedEvent(
        EventType plover, ActorId source, ActorId target, Part part, int start, int end, double score) {

    public CodedEvent {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("event: " + start + " to " + end + " (expected: 0 <= start < end)");
        }
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("score: " + score + " (expected: more than 0, at most 1)");
        }
    }
}
