package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.subscription.Subscriptions;

/**
 * Plans the next digest of each subscription that wants it although it may be empty; the digests of others are planned
 * by the first alert that goes into them.
 */
@Configuration(proxyBeanMethods = false)
class EmptyDigests {

    /** The pause of a cron expression is a minute or more. */
    private static final Duration EACH = Duration.ofSeconds(30);

    private final AlertPlanning planning;
    private final Subscriptions subscriptions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EmptyDigests(AlertPlanning planning, Subscriptions subscriptions, TransactionTemplate transaction, Clock clock) {
        this.planning = planning;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> planEmptyDigests() {
        return Tasks.recurring("plan-empty-digests", FixedDelay.of(EACH)).execute((_, _) -> plan());
    }

    private void plan() {
        var now = clock.instant();
        for (var subscription : subscriptions.all()) {
            subscription
                    .timing()
                    .nextEmptyDigest(now)
                    .ifPresent(at -> transaction.executeWithoutResult(_ -> planning.planEmptyDigest(subscription, at)));
        }
    }
}
