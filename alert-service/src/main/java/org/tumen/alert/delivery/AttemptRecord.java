package org.tumen.alert.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.Channel.Outcome.Accepted;
import org.tumen.alert.delivery.Channel.Outcome.Failed;
import org.tumen.alert.delivery.Channel.Outcome.Gone;
import org.tumen.alert.delivery.Channel.Outcome.Refused;
import org.tumen.alert.delivery.Deliveries.Delivered;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.present.DisplayText;

/** Records what came of an attempt, and what follows from it. */
@Service
class AttemptRecord {

    private static final Logger log = LoggerFactory.getLogger(AttemptRecord.class);
    private static final int LONGEST_ANSWER = 500;

    private final DeliveryStore store;
    private final HeldStore held;
    private final EndpointSwitch endpoints;
    private final RetrySchedule schedule;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    AttemptRecord(
            DeliveryStore store,
            HeldStore held,
            EndpointSwitch endpoints,
            DeliveryProperties properties,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.store = store;
        this.held = held;
        this.endpoints = endpoints;
        this.schedule = properties.schedule();
        this.transaction = transaction;
        this.events = events;
        this.meters = meters;
    }

    /** Tells when to try again; empty when the delivery is settled. */
    Optional<Instant> record(Delivery delivery, Outcome outcome, Instant now) {
        var answer = DisplayText.line(outcome.answer(), LONGEST_ANSWER);
        return switch (outcome) {
            case Accepted _ -> {
                settle(delivery, "accepted", answer, State.DELIVERED, now);
                endpoints.works(delivery);
                if (!(delivery.matter() instanceof OfNotice)) {
                    meters.timer("tumen.hop", "hop", "delivered").record(Duration.between(delivery.planned(), now));
                    held.alerts(delivery)
                            .forEach(alert -> events.publishEvent(new Delivered(alert, delivery.channel(), now)));
                }
                yield Optional.empty();
            }
            case Refused _ -> giveUp(delivery, "refused", answer, answer, now);
            case Gone _ -> {
                endpoints.switchOff(delivery, answer, now);
                yield giveUp(delivery, "refused", answer, answer, now);
            }
            case Failed failed -> {
                endpoints.fails(delivery, answer, now);
                var chance = ThreadLocalRandom.current().nextDouble();
                var next = schedule.next(delivery.tries() + 1, failed.retryAfter(), now, chance);
                if (next.isEmpty()) {
                    var reason = "given up after " + (delivery.tries() + 1) + " attempts: " + answer;
                    yield giveUp(delivery, "failed", answer, reason, now);
                }
                waits(delivery, answer, now);
                yield next;
            }
        };
    }

    private Optional<Instant> giveUp(Delivery delivery, String outcome, String answer, String reason, Instant now) {
        transaction.executeWithoutResult(_ -> {
            store.addAttempt(delivery, now, outcome, answer);
            store.settle(delivery.id(), State.DEAD, reason, now);
        });
        count(delivery, State.DEAD);
        log.atWarn()
                .addKeyValue("deliveryId", delivery.id())
                .addKeyValue("channel", delivery.channel())
                .addKeyValue("reason", reason)
                .log("Delivery is dead");
        return Optional.empty();
    }

    private void settle(Delivery delivery, String outcome, String answer, State state, Instant now) {
        transaction.executeWithoutResult(_ -> {
            store.addAttempt(delivery, now, outcome, answer);
            store.settle(delivery.id(), state, null, now);
        });
        count(delivery, state);
    }

    private void waits(Delivery delivery, String answer, Instant now) {
        transaction.executeWithoutResult(_ -> {
            store.addAttempt(delivery, now, "failed", answer);
            store.settle(delivery.id(), State.PENDING, answer, null);
        });
        count(delivery, State.PENDING);
    }

    /** Attempts = delivered + dead + those that left the delivery pending. */
    private void count(Delivery delivery, State state) {
        meters.counter("tumen.alert.attempts", "channel", delivery.channel(), "result", state.word())
                .increment();
    }
}
