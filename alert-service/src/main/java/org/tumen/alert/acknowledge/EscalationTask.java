package org.tumen.alert.acknowledge;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.delivery.Deliveries.Telling;
import org.tumen.alert.raise.Alert;
import org.tumen.alert.raise.Alerts;
import org.tumen.alert.silence.Silences;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscription.Escalation;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.News;

/**
 * Tells others of an alert that nobody has taken on in time, once. That it is due is in the database, so it survives a
 * restart; what it plans has ids made of what it is, so a crash in between plans nothing twice.
 */
@Configuration(proxyBeanMethods = false)
class EscalationTask {

    private static final Logger log = LoggerFactory.getLogger(EscalationTask.class);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);

    private final Acknowledgements acknowledgements;
    private final Subscriptions subscriptions;
    private final Silences silences;
    private final Alerts alerts;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EscalationTask(
            Acknowledgements acknowledgements,
            Subscriptions subscriptions,
            Silences silences,
            Alerts alerts,
            Deliveries deliveries,
            TransactionTemplate transaction,
            Clock clock) {
        this.acknowledgements = acknowledgements;
        this.subscriptions = subscriptions;
        this.silences = silences;
        this.alerts = alerts;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    CustomTask<Void> escalate() {
        return Tasks.custom(Arming.DESCRIPTOR)
                .onDeadExecutionRevive()
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAULT)))
                .execute((instance, _) -> {
                    transaction.executeWithoutResult(_ -> escalate(Arming.Told.of(instance.getId())));
                    return (CompletionHandler<Void>) (_, operations) -> operations.remove();
                });
    }

    private void escalate(Arming.Told told) {
        var subscription = subscriptions.find(told.subscription());
        var alert = alerts.seenBy(told.alert(), told.subscription());
        if (subscription.isEmpty() || alert.isEmpty()) {
            return;
        }
        var escalation = subscription.get().escalation();
        if (escalation == null) {
            return;
        }
        var why = reasonNotTo(told, alert.get());
        if (why.isEmpty()) {
            tell(alert.get(), subscription.get(), escalation);
        }
        log.atInfo()
                .addKeyValue("alertId", told.alert())
                .addKeyValue("subscription", told.subscription())
                .addKeyValue("decision", why.isEmpty() ? "escalated" : why)
                .log("Escalation is due");
    }

    /** Empty when nothing speaks against it. */
    private String reasonNotTo(Arming.Told told, Alert alert) {
        var taken = acknowledgements.of(told.alert(), told.subscription());
        if (!taken.isEmpty()) {
            return "acknowledged by " + taken.getFirst().by();
        }
        return silences.at(clock.instant())
                .muting(alert.event(), told.subscription())
                .map(muted -> muted.reason())
                .orElse("");
    }

    private void tell(Alert alert, Subscription subscription, Escalation escalation) {
        var story = alert.event().story();
        var telling = new Telling(alert.id(), story == null ? null : story.id(), List.of(News.FIRST), null);
        var why = "nobody acknowledged it within " + minutes(escalation.after());
        deliveries.planMails(telling, subscription, escalation.to(), why);
    }

    private static String minutes(Duration time) {
        return time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}
