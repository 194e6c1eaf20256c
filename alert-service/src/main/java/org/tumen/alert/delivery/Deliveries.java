package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tumen.alert.delivery.Delivery.State;
import org.tumen.alert.subscription.Subscription;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Plans deliveries; each is carried out as soon as the transaction that planned it is committed. */
@Service
public class Deliveries {

    static final String EMAIL = "email";
    static final String WEBHOOK = "webhook";

    private final DeliveryStore store;
    private final Scheduler scheduler;
    private final Clock clock;

    Deliveries(DeliveryStore store, Scheduler scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A target accepted an alert; told to the rest of the service after it was recorded. */
    public record Delivered(AlertId alert, String channel, Instant at) {}

    /** Plans one delivery to each target of the subscription; one that is planned already stays as it is. */
    public void plan(AlertId alert, Subscription subscription) {
        for (var address : subscription.email()) {
            plan(alert, subscription.id(), EMAIL, address);
        }
        var webhook = subscription.webhook();
        if (webhook != null) {
            plan(alert, subscription.id(), WEBHOOK, webhook.url().toString());
        }
        runAfterCommit();
    }

    /** When the first target of each of these alerts accepted it; alerts that none has accepted yet are left out. */
    public Map<AlertId, Instant> firstAccepted(Collection<AlertId> alerts) {
        return store.firstAccepted(alerts);
    }

    private void plan(AlertId alert, SubscriptionId subscription, String channel, String target) {
        var id = Delivery.idFor(alert, subscription, channel, target);
        var now = clock.instant();
        if (store.add(new Delivery(id, alert, subscription, channel, target, State.PENDING, now, 0))) {
            scheduler.schedule(DeliveryTask.DESCRIPTOR.instance(id).scheduledTo(now));
        }
    }

    /** The scheduler would find the work at its next look; this makes it look at once. */
    private void runAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
