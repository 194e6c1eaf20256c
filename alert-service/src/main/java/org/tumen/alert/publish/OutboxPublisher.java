package org.tumen.alert.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.json.UnreadableEventException;

/**
 * Publishes what is in the outbox, at least once: an entry leaves it only when the broker has the event. Several
 * instances share the work row by row.
 */
@Component
class OutboxPublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final URI PRODUCER = URI.create("/alert-service");
    private static final int BATCH = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Alerts alerts;
    private final KafkaTemplate<String, byte[]> kafka;
    private final OutboxBell bell;
    private final Clock clock;
    private volatile @Nullable Thread worker;

    OutboxPublisher(
            Outbox outbox,
            TransactionTemplate transaction,
            Alerts alerts,
            KafkaTemplate<String, byte[]> kafka,
            OutboxBell bell,
            Clock clock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.alerts = alerts;
        this.kafka = kafka;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        // The platform's: it is to go on when many virtual ones have all their carriers busy (ADR 0024).
        worker = Thread.ofPlatform().daemon().name("outbox").start(this::work);
    }

    @Override
    public void stop() {
        var running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        while (isRunning()) {
            try {
                if (publishBatch() < BATCH) {
                    bell.await(BETWEEN_LOOKS);
                }
            } catch (InterruptedException e) {
                return; // Asked to stop; what was not confirmed stays in the outbox.
            } catch (RuntimeException e) {
                log.atWarn().addKeyValue("reason", e.toString()).log("Alerts stay in the outbox");
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** Entries are gone only when all of it is committed, and until then nobody else's. */
    private int publishBatch() {
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
        return new Sent(alert.event().id(), kafka.send(EventRecords.write(envelope(alert))));
    }

    private Envelope<?> envelope(Alert alert) {
        return new Envelope<>(alert.event(), PRODUCER, clock.instant(), alert.trace());
    }

    private void confirm(Sent sent) {
        try {
            sent.confirmation().get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the broker confirmed", e);
        } catch (ExecutionException | TimeoutException e) {
            if (NestedExceptionUtils.getRootCause(e) instanceof RecordTooLargeException tooLarge) {
                outbox.setAside(sent.alert(), tooLarge.getMessage());
                return;
            }
            throw new IllegalStateException("not confirmed by the broker: " + e.getMessage(), e);
        }
    }

    private boolean pause() {
        try {
            bell.await(BETWEEN_LOOKS);
            return isRunning();
        } catch (InterruptedException e) {
            return false;
        }
    }
}
