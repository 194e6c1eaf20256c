package org.tumen.alert.operations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.Deliveries;
import org.tumen.alert.notice.Notice.About;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscription.Operation;
import org.tumen.alert.subscription.Subscriptions;

/** Every half minute, by one instance: looks after lag, dead letters and endpoints, and tells operators what lasts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationsProperties.class)
class OperationsTask {

    private final OperationsProperties properties;
    private final Looks looks;
    private final WatchStore store;
    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OperationsTask(
            OperationsProperties properties,
            Looks looks,
            WatchStore store,
            Deliveries deliveries,
            Subscriptions subscriptions,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.looks = looks;
        this.store = store;
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> lookAfterOperations() {
        return Tasks.recurring("look-after-operations", FixedDelay.of(properties.every()))
                .execute((_, _) -> {
                    looks.look();
                    transaction.executeWithoutResult(_ -> tell(clock.instant()));
                });
    }

    /** What is nearly due comes along with what is due: trouble that began together is told together. */
    private void tell(Instant now) {
        store.untold().stream().collect(Collectors.groupingBy(Watch::about)).forEach((about, watches) -> {
            var hold = properties.hold(about);
            if (watches.stream().anyMatch(watch -> isDueBy(watch, now, hold))) {
                tell(
                        about,
                        watches.stream()
                                .filter(watch -> isDueBy(watch, now.plus(hold.dividedBy(2)), hold))
                                .toList(),
                        now);
            }
        });
    }

    private static boolean isDueBy(Watch watch, Instant time, Duration hold) {
        var due = watch.due(hold);
        return due != null && !due.isAfter(time);
    }

    private void tell(About about, List<Watch> watches, Instant now) {
        var notice = Report.of(watches, now);
        subscriptions.all().stream()
                .filter(subscription -> wants(subscription, about))
                .forEach(subscription -> deliveries.say(notice, subscription));
        watches.forEach(watch -> store.keep(watch.told(notice.id(), now)));
    }

    private static boolean wants(Subscription subscription, About about) {
        return subscription.operations().stream().map(Operation::name).anyMatch(about.name()::equals);
    }
}
