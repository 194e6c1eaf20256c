package org.tumen.alert.delivery;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.Delivery.Gathers;
import org.tumen.alert.delivery.Delivery.Matter.OfSeveral;
import org.tumen.alert.delivery.DeliveryStore.Found;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.silence.Silences;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.alert.timing.Due.Muted;
import org.tumen.model.alert.AlertId;

/**
 * Begins a held delivery when it is due: from then on nothing joins it, and it is what it is at every attempt. What a
 * silence covers by now is left out.
 */
@Service
class Beginning {

    private final DeliveryStore store;
    private final HeldStore held;
    private final AlertPlanning planning;
    private final Alerts alerts;
    private final Silences silences;
    private final Subscriptions subscriptions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Beginning(
            DeliveryStore store,
            HeldStore held,
            AlertPlanning planning,
            Alerts alerts,
            Silences silences,
            Subscriptions subscriptions,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.held = held;
        this.planning = planning;
        this.alerts = alerts;
        this.silences = silences;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The delivery as it has begun; empty when there is nothing to be sent in it. */
    Optional<Found> begin(Delivery delivery) {
        return requireNonNull(transaction.execute(_ -> begun(delivery, clock.instant())));
    }

    private Optional<Found> begun(Delivery delivery, Instant now) {
        if (!held.begin(delivery.id())) {
            return Optional.empty();
        }
        var members = held.alerts(delivery);
        var muted = leaveOut(delivery, members, now);
        if (muted.size() < members.size() || (members.isEmpty() && wantsEmpty(delivery))) {
            return store.find(delivery.id());
        }
        if (members.isEmpty()) {
            held.remove(delivery.id());
        } else {
            held.silenceAll(delivery.id(), muted.getFirst(), now);
        }
        return Optional.empty();
    }

    private List<Muted> leaveOut(Delivery delivery, List<AlertId> members, Instant now) {
        var active = silences.at(now);
        var all = new ArrayList<Muted>();
        for (var member : members) {
            alerts.seenBy(member, delivery.subscription())
                    .flatMap(alert -> active.muting(alert.event(), delivery.subscription()))
                    .ifPresent(muted -> {
                        all.add(muted);
                        held.silence(delivery, member, muted.silence());
                        planning.holdOn(delivery, member, muted);
                    });
        }
        return all;
    }

    private boolean wantsEmpty(Delivery delivery) {
        return delivery.matter() instanceof OfSeveral several
                && several.gathers() == Gathers.DIGEST
                && subscriptions
                        .find(delivery.subscription())
                        .filter(subscription -> subscription.timing().wantsEmptyDigest(delivery.planned()))
                        .isPresent();
    }
}
