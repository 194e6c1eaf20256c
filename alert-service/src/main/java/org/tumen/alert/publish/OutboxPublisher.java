package org.tumen.alert.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.raise.Alerts.Placed;
import org.tumen.model.alert.AlertId;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;

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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Alerts alerts;
    private final KafkaTemplate<String, byte[]> kafka;
    private final OutboxBell bell;
    private final Clock clock;
    private volatile @Nullable Thread worker;

    OutboxPublisher(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Alerts alerts,
            KafkaTemplate<String, byte[]> kafka,
            OutboxBell bell,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.alerts = alerts;
        this.kafka = kafka;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        worker = Thread.ofVirtual().name("outbox").start(this::work);
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
            var taken = take();
            if (taken.isEmpty()) {
                return 0;
            }
            confirm(alerts.all(taken).stream()
                    .sorted(Comparator.comparingLong(Placed::position))
                    .map(Placed::alert)
                    .map(this::send)
                    .toList());
            return taken.size();
        });
        return published == null ? 0 : published;
    }

    private List<AlertId> take() {
        return jdbc.sql("""
                delete from outbox where position in (
                    select position from outbox order by position limit :batch for update skip locked)
                returning alert_id""")
                .param("batch", BATCH)
                .query((row, _) -> new AlertId(row.getString("alert_id")))
                .list();
    }

    private Future<?> send(Alert alert) {
        return kafka.send(EventRecords.write(envelope(alert)));
    }

    private Envelope<?> envelope(Alert alert) {
        return new Envelope<>(alert.event(), PRODUCER, clock.instant(), alert.trace());
    }

    private static void confirm(List<? extends Future<?>> sent) {
        for (var future : new ArrayList<Future<?>>(sent)) {
            try {
                future.get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped before the broker confirmed", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("not confirmed by the broker: " + e.getMessage(), e);
            }
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
