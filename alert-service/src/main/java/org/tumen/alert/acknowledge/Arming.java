package org.tumen.alert.acknowledge;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tumen.alert.delivery.Deliveries.Planned;
import org.tumen.model.alert.AlertId;
import org.tumen.model.alert.SubscriptionId;

/** Sets the time at which a first alert on a story is escalated unless somebody has taken it on. */
@Component
class Arming {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("escalate");

    private final Scheduler scheduler;

    Arming(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Who was told of what, as it names a task. */
    record Told(AlertId alert, SubscriptionId subscription) {

        static Told of(String instance) {
            var slash = instance.indexOf('/');
            return new Told(
                    new AlertId(instance.substring(0, slash)), new SubscriptionId(instance.substring(slash + 1)));
        }

        String instance() {
            return alert + "/" + subscription;
        }
    }

    /** Part of the transaction that plans the deliveries. */
    @EventListener
    void planned(Planned planned) {
        var escalation = planned.subscription().escalation();
        if (escalation != null) {
            var told = new Told(planned.alert(), planned.subscription().id());
            scheduler.scheduleIfNotExists(DESCRIPTOR
                    .instance(told.instance())
                    .scheduledTo(planned.due().plus(escalation.after())));
        }
    }
}
