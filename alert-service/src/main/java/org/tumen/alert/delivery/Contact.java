package org.tumen.alert.delivery;

import java.util.List;
import java.util.Optional;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.HeldStore.Earlier;

/**
 * What passed between us and one target on one story.
 *
 * @param earlier deliveries, oldest first
 */
record Contact(List<Earlier> earlier) {

    static final Contact NONE = new Contact(List.of());

    Contact {
        earlier = List.copyOf(earlier);
    }

    /** A delivery that still waits: what is new joins it. */
    Optional<String> held() {
        return earlier.stream()
                .filter(one -> one.state() == State.HELD)
                .map(Earlier::delivery)
                .findFirst();
    }

    /** Whether something was sent, or tried. */
    boolean reached() {
        return earlier.stream().anyMatch(one -> switch (one.state()) {
            case PENDING, DELIVERED, DEAD -> true;
            case HELD, SILENCED -> false;
        });
    }

    /** The silence for which the target knows nothing of the story; empty when it does, or was told nothing for another reason. */
    Optional<String> silencedBy() {
        return reached() || held().isPresent()
                ? Optional.empty()
                : earlier.stream()
                        .flatMap(one -> Optional.ofNullable(one.silence()).stream())
                        .findFirst();
    }
}
