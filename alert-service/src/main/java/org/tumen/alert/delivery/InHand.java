package org.tumen.alert.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tumen.alert.delivery.Channel.Outcome.Accepted;

/**
 * What this process knows of its own deliveries and the database does not. The scheduler takes a delivery of which it hears
 * nothing for a while for that of a dead process, also when this one is alive and only slow; and when the database goes away
 * between an acceptance and its record, nobody else knows of it. Without this, either would be sent again. Safe for use by
 * many threads.
 */
final class InHand {

    /** Acceptances that wait for the database; more are only there when another instance took these deliveries over. */
    private static final int MOST_KEPT = 10_000;

    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final SequencedMap<String, Acceptance> unrecorded = new LinkedHashMap<>();

    /** What a target said, and when. */
    record Acceptance(Accepted outcome, Instant at) {}

    /** False when it is at work on this delivery already; otherwise {@link #end} must follow. */
    boolean begin(String delivery) {
        return begun.add(delivery);
    }

    void end(String delivery) {
        begun.remove(delivery);
    }

    boolean has(String delivery) {
        return begun.contains(delivery);
    }

    /** The target has it; known from now until it is recorded. */
    synchronized void accepted(String delivery, Acceptance acceptance) {
        unrecorded.put(delivery, acceptance);
        if (unrecorded.size() > MOST_KEPT) {
            unrecorded.pollFirstEntry();
        }
    }

    synchronized void recorded(String delivery) {
        unrecorded.remove(delivery);
    }

    synchronized Optional<Acceptance> unrecorded(String delivery) {
        return Optional.ofNullable(unrecorded.get(delivery));
    }
}
