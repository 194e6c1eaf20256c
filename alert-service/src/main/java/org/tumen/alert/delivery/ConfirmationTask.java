package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import org.tumen.alert.delivery.address.Confirmations;

/** Every few seconds, by one instance: asks addresses that came through the API whether they want what they will get. */
@Configuration(proxyBeanMethods = false)
class ConfirmationTask {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Confirmations confirmations;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;

    ConfirmationTask(Confirmations confirmations, Deliveries deliveries, TransactionTemplate transaction) {
        this.confirmations = confirmations;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    @Bean
    RecurringTask<Void> askForConfirmation() {
        return Tasks.recurring("ask-for-confirmation", FixedDelay.of(BETWEEN_LOOKS))
                .execute((_, _) -> ask());
    }

    private void ask() {
        confirmations.takeFiles();
        transaction.executeWithoutResult(_ -> confirmations
                .due()
                .forEach(asked -> deliveries.say(asked.notice(), asked.subscription(), asked.address())));
    }
}
