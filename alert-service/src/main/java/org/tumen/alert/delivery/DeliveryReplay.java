package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.address.Addresses.Welcome;

/** Makes deliveries due now: dead ones that are replayed, under the id they had, and waiting ones whose wait is over. */
@Service
class DeliveryReplay {

    private static final Logger log = LoggerFactory.getLogger(DeliveryReplay.class);

    private final DeliveryStore store;
    private final DeliveryQueue queue;
    private final Scheduler scheduler;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryReplay(
            DeliveryStore store,
            DeliveryQueue queue,
            Scheduler scheduler,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.scheduler = scheduler;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** False when it is not dead, or not there. */
    boolean replay(String id) {
        var revived = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!store.revive(id)) {
                return false;
            }
            scheduler.schedule(DeliveryTask.DESCRIPTOR.instance(id).scheduledTo(clock.instant()));
            return true;
        }));
        if (revived) {
            log.atInfo().addKeyValue("deliveryId", id).log("Delivery is replayed");
            scheduler.triggerCheckForDueExecutions();
        }
        return revived;
    }

    /** How many of these were dead. */
    long replay(List<String> ids) {
        return ids.stream().filter(this::replay).count();
    }

    @EventListener
    void goOn(Welcome welcome) {
        for (var id : store.pendingTo(welcome.subscription(), welcome.address())) {
            queue.hurry(id);
        }
        scheduler.triggerCheckForDueExecutions();
    }
}
