package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.delivery.Channel.First;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.Channel.Outcome.Failed;
import org.tumen.alert.delivery.Channel.Outcome.Refused;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.story.Stories;

/**
 * Carries out a delivery: one attempt at a time, until it is settled. A process that is killed between the target's
 * acceptance and the record of it makes the attempt again after its start, under the same id.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryTask {

    private static final Logger log = LoggerFactory.getLogger(DeliveryTask.class);

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("deliver");

    /** When a peer has all the calls that it may have, the next one looks again after this, and a little chance. */
    private static final Duration WAIT_FOR_PEER = Duration.ofSeconds(1);

    /** After a fault of ours (the database went away) the scheduler makes the same attempt again. */
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    private final DeliveryStore store;
    private final EndpointSwitch endpoints;
    private final AttemptRecord attempts;
    private final Alerts alerts;
    private final Stories stories;
    private final Map<String, Channel> channels;
    private final Peers peers;
    private final Clock clock;

    DeliveryTask(
            DeliveryStore store,
            EndpointSwitch endpoints,
            AttemptRecord attempts,
            Alerts alerts,
            Stories stories,
            List<Channel> channels,
            DeliveryProperties properties,
            Clock clock) {
        this.store = store;
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.alerts = alerts;
        this.stories = stories;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.peers = new Peers(properties.callsPerPeer());
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> deliver() {
        return Tasks.custom(DESCRIPTOR)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAULT)))
                .execute((instance, _) -> attempt(instance.getId()));
    }

    private CompletionHandler<Void> attempt(String id) {
        return store.find(id)
                .filter(delivery -> delivery.state() == Delivery.State.PENDING)
                .map(this::attempt)
                .orElse(DeliveryTask::done);
    }

    private CompletionHandler<Void> attempt(Delivery delivery) {
        var off = endpoints.reasonOff(delivery);
        if (off.isPresent()) {
            return then(attempts.record(delivery, new Refused(off.get()), clock.instant()));
        }
        var channel = channels.get(delivery.channel());
        if (channel == null) {
            return then(attempts.record(delivery, new Refused("no channel " + delivery.channel()), clock.instant()));
        }
        var peer = channel.peer(delivery.target());
        if (!peers.enter(peer)) {
            return later(waitForPeer());
        }
        try {
            return then(attempts.record(delivery, sendOrTell(channel, delivery), clock.instant()));
        } finally {
            peers.leave(peer);
        }
    }

    /** A bug is an attempt that failed, so that the schedule and its end apply; the database's absence is none at all. */
    private Outcome sendOrTell(Channel channel, Delivery delivery) {
        try {
            return send(channel, delivery);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // The service stops; the next start makes the attempt.
            }
            log.atError().addKeyValue("deliveryId", delivery.id()).setCause(e).log("A delivery met a bug");
            return new Failed("internal: " + e, null);
        }
    }

    private Outcome send(Channel channel, Delivery delivery) {
        return alerts.seenBy(delivery.alert(), delivery.subscription())
                .map(alert -> channel.send(new Dispatch(
                        delivery.id(),
                        delivery.subscription(),
                        delivery.target(),
                        alert,
                        first(delivery, alert).orElse(null))))
                .orElseGet(() -> new Refused("the alert is not there any more"));
    }

    /** Ids of deliveries are made of what they are, so that of the first one is known although it was made long ago. */
    private Optional<First> first(Delivery delivery, Alert alert) {
        return Optional.ofNullable(alert.event().story())
                .flatMap(story -> stories.firstAlert(story.id(), delivery.subscription()))
                .filter(id -> !id.equals(delivery.alert()))
                .flatMap(id -> alerts.seenBy(id, delivery.subscription()))
                .map(first -> new First(
                        Delivery.idFor(first.id(), delivery.subscription(), delivery.channel(), delivery.target()),
                        first));
    }

    private Instant waitForPeer() {
        var chance = ThreadLocalRandom.current().nextLong(4 * WAIT_FOR_PEER.toMillis());
        return clock.instant().plus(WAIT_FOR_PEER).plusMillis(chance);
    }

    private static CompletionHandler<Void> then(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(DeliveryTask::later).orElse(DeliveryTask::done);
    }

    private static CompletionHandler<Void> later(Instant time) {
        return (complete, operations) -> operations.reschedule(complete, time);
    }

    private static void done(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.remove();
    }
}
