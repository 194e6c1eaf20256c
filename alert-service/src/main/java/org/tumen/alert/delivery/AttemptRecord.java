package org.tumen.alert.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.Channel.Outcome.Accepted;
import org.tumen.alert.delivery.Channel.Outcome.Failed;
import org.tumen.alert.delivery.Channel.Outcome.Gone;
import org.tumen.alert.delivery.Channel.Outcome.Later;
import org.tumen.alert.delivery.Channel.Outcome.Refused;
import org.tumen.alert.delivery.Deliveries.Delivered;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.delivery.DeliveryStore.Attempt;
import org.tumen.alert.present.DisplayText;

/** Records what came of an attempt, and what follows from it. */
@Service
class AttemptRecord {

    private static final Logger log = LoggerFactory.getLogger(AttemptRecord.class);
    private static final int LONGEST_ANSWER = 500;

    private final DeliveryStore store;
    private final EndpointSwitch endpoints;
    private final RetrySchedule schedule;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;

    AttemptRecord(
            DeliveryStore store,
            EndpointSwitch endpoints,
            DeliveryProperties properties,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.store = store;
        this.endpoints = endpoints;
        this.schedule = properties.schedule();
        this.events = events;
        this.meters = meters;
    }

    /** Tells when to try again; empty when the delivery is settled. */
    Optional<Instant> record(Delivery delivery, Outcome outcome, Instant now) {
        var answer = DisplayText.line(outcome.answer(), LONGEST_ANSWER);
        return switch (outcome) {
            case Accepted _ -> {
                keep(delivery, new Attempt(now, "accepted", answer, State.DELIVERED, null));
                if (!(delivery.matter() instanceof OfNotice)) {
                    meters.timer("tumen.hop", "hop", "delivered").record(Duration.between(delivery.planned(), now));
                    delivery.alerts()
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
                yield again(delivery, answer, failed.retryAfter(), now);
            }
            case Later later -> again(delivery, answer, later.retryAfter(), now);
        };
    }

    private Optional<Instant> again(Delivery delivery, String answer, @Nullable Duration retryAfter, Instant now) {
        var chance = ThreadLocalRandom.current().nextDouble();
        var next = schedule.next(delivery.tries() + 1, retryAfter, now, chance);
        if (next.isEmpty()) {
            var reason = "given up after " + (delivery.tries() + 1) + " attempts: " + answer;
            return giveUp(delivery, "failed", answer, reason, now);
        }
        keep(delivery, new Attempt(now, "failed", answer, State.PENDING, answer));
        return next;
    }

    private Optional<Instant> giveUp(Delivery delivery, String outcome, String answer, String reason, Instant now) {
        keep(delivery, new Attempt(now, outcome, answer, State.DEAD, reason));
        log.atWarn()
                .addKeyValue("deliveryId", delivery.id())
                .addKeyValue("channel", delivery.channel())
                .addKeyValue("reason", reason)
                .log("Delivery is dead");
        return Optional.empty();
    }

    private void keep(Delivery delivery, Attempt attempt) {
        store.attempted(delivery, attempt);
        count(delivery, attempt.state());
    }

    /** Attempts = delivered + dead + those that left the delivery pending. */
    private void count(Delivery delivery, State state) {
        meters.counter("tumen.alert.attempts", "channel", delivery.channel(), "result", state.word())
                .increment();
    }
}
