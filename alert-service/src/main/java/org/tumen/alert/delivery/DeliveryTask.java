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
import org.tumen.alert.delivery.Channel.Content;
import org.tumen.alert.delivery.Channel.Dispatch;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.Channel.Outcome.Accepted;
import org.tumen.alert.delivery.Channel.Outcome.Later;
import org.tumen.alert.delivery.Channel.Outcome.Refused;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.DeliveryStore.Found;
import org.tumen.alert.delivery.InHand.Acceptance;
import org.tumen.alert.delivery.address.Addresses;
import org.tumen.alert.delivery.address.Addresses.Standing;
import org.tumen.tracing.Traces;

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

    /** A confirmation ends the wait at once; this is for one that was recorded by a process that died then. */
    private static final Duration BETWEEN_LOOKS_FOR_CONFIRMATION = Duration.ofHours(1);

    /** What an attempt has settled left the schedule with it. */
    private static final CompletionHandler<Void> GONE = (_, _) -> {};

    private final DeliveryStore store;
    private final DeliveryQueue queue;
    private final Beginning beginning;
    private final EndpointSwitch endpoints;
    private final AttemptRecord attempts;
    private final Addresses addresses;
    private final DeliveryContents contents;
    private final Map<String, Channel> channels;
    private final Traces traces;
    private final Peers peers;
    private final InHand inHand = new InHand();
    private final Clock clock;

    DeliveryTask(
            DeliveryStore store,
            DeliveryQueue queue,
            Beginning beginning,
            EndpointSwitch endpoints,
            AttemptRecord attempts,
            Addresses addresses,
            DeliveryContents contents,
            List<Channel> channels,
            DeliveryProperties properties,
            Traces traces,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.beginning = beginning;
        this.endpoints = endpoints;
        this.attempts = attempts;
        this.addresses = addresses;
        this.contents = contents;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.traces = traces;
        this.peers = new Peers(properties.callsPerPeer());
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> deliver() {
        return Tasks.custom(DESCRIPTOR)
                .onDeadExecution(this::revive)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAULT)))
                .execute((instance, _) -> carryOut(instance.getId()));
    }

    /** What this process has in hand is not dead, however late its heartbeat is. */
    private void revive(ExecutionComplete dead, ExecutionOperations<Void> operations) {
        var id = dead.getExecution().taskInstance.getId();
        if (inHand.has(id)) {
            log.atInfo().addKeyValue("deliveryId", id).log("A delivery takes long, and is still in hand");
            return;
        }
        operations.reschedule(dead, clock.instant());
    }

    /** Another instance may have taken it for dead and made it due again: then it waits until this one is done with it. */
    private CompletionHandler<Void> carryOut(String id) {
        if (!inHand.begin(id)) {
            return later(clock.instant().plus(AFTER_FAULT));
        }
        try {
            return attempt(id);
        } finally {
            inHand.end(id);
        }
    }

    private CompletionHandler<Void> attempt(String id) {
        return store.find(id).map(this::next).orElse(DeliveryTask::done);
    }

    private CompletionHandler<Void> next(Found found) {
        var delivery = found.delivery();
        return switch (delivery.state()) {
            case HELD ->
                delivery.planned().isAfter(clock.instant())
                        ? later(delivery.planned())
                        : beginning.begin(delivery).map(this::attempt).orElse(DeliveryTask::done);
            case PENDING -> attempt(found);
            case DELIVERED, DEAD, SILENCED -> {
                inHand.recorded(delivery.id());
                yield DeliveryTask::done;
            }
        };
    }

    private CompletionHandler<Void> attempt(Found found) {
        var delivery = found.delivery();
        var acceptance = inHand.unrecorded(delivery.id());
        if (acceptance.isPresent()) {
            return accepted(delivery, acceptance.get());
        }
        var off = found.mayBeOff() ? endpoints.reasonOff(delivery) : Optional.<String>empty();
        if (off.isPresent()) {
            return then(attempts.record(delivery, new Refused(off.get()), clock.instant()));
        }
        if (delivery.channel().equals(Deliveries.EMAIL) && !isConfirmation(delivery)) {
            switch (addresses.standing(delivery.subscription(), found.said())) {
                case WANTS_MAIL -> {
                    // Goes on below.
                }
                case WANTS_NO_MORE -> {
                    return then(attempts.record(delivery, new Refused("unsubscribed"), clock.instant()));
                }
                case NOT_CONFIRMED -> {
                    return waitForConfirmation(delivery);
                }
            }
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
            var outcome = sendOrTell(channel, delivery);
            var now = clock.instant();
            return outcome instanceof Accepted accepted
                    ? accepted(delivery, new Acceptance(accepted, now))
                    : then(attempts.record(delivery, outcome, now));
        } finally {
            peers.leave(peer);
        }
    }

    /** Whatever keeps it from being recorded, this process does not send it again. */
    private CompletionHandler<Void> accepted(Delivery delivery, Acceptance acceptance) {
        inHand.accepted(delivery.id(), acceptance);
        var then = then(attempts.record(delivery, acceptance.outcome(), acceptance.at()));
        inHand.recorded(delivery.id());
        return then;
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
            return new Later("internal: " + e, null);
        }
    }

    private Outcome send(Channel channel, Delivery delivery) {
        return contents.of(delivery)
                .map(content -> send(channel, delivery, content))
                .orElseGet(() -> new Refused("what was to be delivered is not there any more"));
    }

    /** What tells of one alert goes on with its trace; a digest and a notice begin one. */
    private Outcome send(Channel channel, Delivery delivery, Content content) {
        var name = "deliver by " + delivery.channel();
        try (var step = content instanceof Content.Told told
                ? traces.tell(name, told.alert().trace())
                : traces.begin(name)) {
            step.with("tumen.delivery.id", delivery.id())
                    .with("tumen.subscription", delivery.subscription().value());
            var outcome =
                    channel.send(new Dispatch(delivery.id(), delivery.subscription(), delivery.target(), content));
            if (!(outcome instanceof Accepted)) {
                step.failed(outcome.getClass().getSimpleName()); // Its words may name an address.
            }
            return outcome;
        }
    }

    private boolean isConfirmation(Delivery delivery) {
        return delivery.matter() instanceof OfNotice && contents.isConfirmation(delivery);
    }

    /** Held, not dropped: whoever confirms in time gets what came meanwhile. */
    private CompletionHandler<Void> waitForConfirmation(Delivery delivery) {
        var now = clock.instant();
        if (delivery.planned().plus(Addresses.TIME_TO_CONFIRM).isBefore(now)) {
            return then(attempts.record(delivery, new Refused("the address was not confirmed in time"), now));
        }
        store.holds(delivery.id(), "waits until the address is confirmed");
        return (complete, operations) -> {
            operations.reschedule(complete, now.plus(BETWEEN_LOOKS_FOR_CONFIRMATION));
            // Whoever confirmed after the look above found this at work, and could not make it due.
            if (addresses.standing(delivery.subscription(), delivery.target()) != Standing.NOT_CONFIRMED) {
                queue.hurry(delivery.id());
            }
        };
    }

    private Instant waitForPeer() {
        var chance = ThreadLocalRandom.current().nextLong(4 * WAIT_FOR_PEER.toMillis());
        return clock.instant().plus(WAIT_FOR_PEER).plusMillis(chance);
    }

    private static CompletionHandler<Void> then(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(DeliveryTask::later).orElse(GONE);
    }

    private static CompletionHandler<Void> later(Instant time) {
        return (complete, operations) -> operations.reschedule(complete, time);
    }

    private static void done(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.remove();
    }
}
