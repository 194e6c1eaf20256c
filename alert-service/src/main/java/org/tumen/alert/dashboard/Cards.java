package org.tumen.alert.dashboard;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;

/** Alerts as the page shows them, with the hop that only the deliveries know. */
@Service
class Cards {

    private final Alerts alerts;
    private final Deliveries deliveries;

    Cards(Alerts alerts, Deliveries deliveries) {
        this.alerts = alerts;
        this.deliveries = deliveries;
    }

    /** A card; its position is the cursor, the alert's place in the order of raising */
    record Card(long position, AlertView view) {}

    /** Newest first. */
    List<Card> before(long position, int limit) {
        return cards(alerts.before(position, limit));
    }

    /** Oldest first. */
    List<Card> after(long position, int limit) {
        return cards(alerts.after(position, limit));
    }

    Optional<Card> find(AlertId id) {
        return alerts.find(id).map(List::of).map(this::cards).map(List::getFirst);
    }

    private List<Card> cards(List<Placed> placed) {
        var accepted = deliveries.firstAccepted(
                placed.stream().map(one -> one.alert().id()).toList());
        return placed.stream()
                .map(one -> {
                    var hops = one.alert().event().hops();
                    var at = accepted.get(one.alert().id());
                    return new Card(one.position(), AlertView.of(one.alert(), at == null ? hops : hops.delivered(at)));
                })
                .toList();
    }
}
