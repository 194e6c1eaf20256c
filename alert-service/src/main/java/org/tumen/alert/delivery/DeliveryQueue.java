package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tumen.alert.delivery.DeliveryStore.Entry;

/** Deliveries with the time at which each is carried out. All of it is part of the caller's transaction. */
@Component
class DeliveryQueue {

    private static final Logger log = LoggerFactory.getLogger(DeliveryQueue.class);

    private final DeliveryStore store;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    /** The scheduler is asked for late: its tasks plan deliveries too. */
    DeliveryQueue(DeliveryStore store, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Adds one; if it is there already, it stays as it is. A silenced one is kept and never carried out.
     *
     * @param why it is planned so, in words
     * @param silence that holds it or keeps it from being sent; null when none does
     */
    void add(Delivery delivery, String why, @Nullable String silence) {
        add(List.of(new Entry(delivery, why, silence)));
    }

    /** The same for several, in one statement. */
    void add(List<Entry> entries) {
        if (!entries.isEmpty()) {
            store.add(entries, clock.instant());
        }
    }

    /** Those of these ids are due at another time. */
    void move(List<String> deliveries, Instant due) {
        for (var delivery : deliveries) {
            scheduler.getObject().reschedule(DeliveryTask.DESCRIPTOR.instanceId(delivery), due);
        }
        runAfterCommit();
    }

    /**
     * What this one waited for has come. One that is carried out at this very moment looks for it when it is done, and one
     * that is settled needs nothing more.
     */
    void hurry(String delivery) {
        try {
            scheduler.getObject().reschedule(DeliveryTask.DESCRIPTOR.instanceId(delivery), clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            log.atDebug()
                    .addKeyValue("deliveryId", delivery)
                    .addKeyValue("reason", e.getMessage())
                    .log("A delivery does not wait any more");
        }
    }

    /** The scheduler would find the work at its next look; this makes it look at once. */
    void runAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
