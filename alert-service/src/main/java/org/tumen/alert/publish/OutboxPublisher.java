package org.tumen.alert.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;
import org.tumen.model.json.UnreadableEventException;

/**
 * Publishes the alerts in the outbox, at least once: an entry leaves it only when the broker has the event. Several
 * instances share the work row by row.
 */
@Component
class OutboxPublisher implements Outgoing {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Alerts alerts;
    private final Broker broker;

    OutboxPublisher(Outbox outbox, TransactionTemplate transaction, Alerts alerts, Broker broker) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.alerts = alerts;
        this.broker = broker;
    }

    /** Entries are gone only when all of it is committed, and until then nobody else's. */
    @Override
    public int publish() {
        var published = transaction.execute(_ -> {
            var taken = outbox.take(BATCH);
            var sent = readable(taken).stream()
                    .sorted(Comparator.comparingLong(Placed::position))
                    .map(Placed::alert)
                    .map(this::send)
                    .toList();
            sent.forEach(this::confirm);
            return taken.size();
        });
        return published == null ? 0 : published;
    }

    /** Those that can be read; one that cannot holds up no other. */
    private List<Placed> readable(List<AlertId> taken) {
        try {
            return alerts.all(taken);
        } catch (UnreadableEventException e) {
            return taken.stream().flatMap(id -> readable(id).stream()).toList();
        }
    }

    private Optional<Placed> readable(AlertId id) {
        try {
            return alerts.find(id);
        } catch (UnreadableEventException e) {
            outbox.setAside(id, e.getMessage());
            return Optional.empty();
        }
    }

    private record Sent(AlertId alert, Future<?> confirmation) {}

    private Sent send(Alert alert) {
        return new Sent(alert.event().id(), broker.send(alert.event(), alert.trace()));
    }

    private void confirm(Sent sent) {
        try {
            Broker.confirm(sent.confirmation());
        } catch (IllegalStateException e) {
            if (!(NestedExceptionUtils.getRootCause(e) instanceof RecordTooLargeException tooLarge)) {
                throw e;
            }
            outbox.setAside(sent.alert(), tooLarge.getMessage());
        }
    }
}
