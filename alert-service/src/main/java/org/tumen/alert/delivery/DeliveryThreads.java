package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;

/** Deliveries wait for other people's servers, so each has a virtual thread of its own. */
@Component
class DeliveryThreads implements DbSchedulerCustomizer {

    @Override
    public Optional<ExecutorService> executorService() {
        return Optional.of(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory()));
    }
}
