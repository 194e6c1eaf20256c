package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tumen.alert.delivery.Delivery.Matter;
import org.tumen.alert.delivery.Delivery.Matter.OfAlert;
import org.tumen.alert.delivery.Delivery.Matter.OfNotice;
import org.tumen.alert.delivery.address.Addresses;
import org.tumen.alert.notice.Notice;
import org.tumen.alert.notice.Notices;
import org.tumen.alert.subscription.Subscription;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Plans deliveries; each is carried out as soon as the transaction that planned it is committed. */
@Service
public class Deliveries {

    static final String EMAIL = "email";
    static final String WEBHOOK = "webhook";

    private final DeliveryStore store;
    private final Notices notices;
    private final Addresses addresses;
    private final EndpointSwitch endpoints;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    /** The scheduler is asked for late: its tasks plan deliveries too. */
    Deliveries(
            DeliveryStore store,
            Notices notices,
            Addresses addresses,
            EndpointSwitch endpoints,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.addresses = addresses;
        this.endpoints = endpoints;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A target accepted an alert; told to the rest of the service after it was recorded. */
    public record Delivered(AlertId alert, String channel, Instant at) {}

    /** Plans one delivery to each target of the subscription; one that is planned already stays as it is. */
    public void plan(AlertId alert, Subscription subscription) {
        planAll(new OfAlert(alert), subscription);
        runAfterCommit();
    }

    /** Says it at each target of the subscription, once. Part of the caller's transaction. */
    public void say(Notice notice, Subscription subscription) {
        notices.add(notice);
        planAll(new OfNotice(notice.id()), subscription);
        runAfterCommit();
    }

    /** Says it to one address, once. Part of the caller's transaction. */
    public void say(Notice notice, SubscriptionId subscription, String address) {
        notices.add(notice);
        plan(new OfNotice(notice.id()), subscription, EMAIL, address);
        runAfterCommit();
    }

    /** When the first target of each of these alerts accepted it; alerts that none has accepted yet are left out. */
    public Map<AlertId, Instant> firstAccepted(Collection<AlertId> alerts) {
        return store.firstAccepted(alerts);
    }

    /**
     * Deliveries that were given up.
     *
     * @param recent since the time that was asked for, at least one
     * @param all that are dead
     */
    public record Dead(long recent, long all, String lastReason) {}

    /** Empty when none was given up since. */
    public Optional<Dead> deadSince(Instant since) {
        return store.deadSince(since);
    }

    /**
     * An endpoint that is not called.
     *
     * @param host of its address, the rest of which may be a secret
     */
    public record EndpointOff(SubscriptionId subscription, String host, Instant since, String reason) {}

    public List<EndpointOff> endpointsOff() {
        return endpoints.off();
    }

    private void planAll(Matter matter, Subscription subscription) {
        for (var address : subscription.email()) {
            if (!addresses.wantsNoMore(subscription.id(), address)) {
                plan(matter, subscription.id(), EMAIL, address);
            }
        }
        var webhook = subscription.webhook();
        if (webhook != null) {
            plan(matter, subscription.id(), WEBHOOK, webhook.url().toString());
        }
    }

    private void plan(Matter matter, SubscriptionId subscription, String channel, String target) {
        var now = clock.instant();
        var delivery = Delivery.planned(matter, subscription, channel, target, now);
        if (store.add(delivery)) {
            scheduler
                    .getObject()
                    .schedule(DeliveryTask.DESCRIPTOR.instance(delivery.id()).scheduledTo(now));
        }
    }

    /** The scheduler would find the work at its next look; this makes it look at once. */
    private void runAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
