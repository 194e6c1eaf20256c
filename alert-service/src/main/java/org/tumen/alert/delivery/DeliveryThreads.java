package org.tumen.alert.delivery;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Deliveries wait for other people's servers, so there are many threads for them, and for the database, of whose
 * connections there are few. They are the platform's: where many virtual threads wait for a connection, those that return
 * one to HikariCP spin until it is taken, on the few threads that carry all of them, and a thousand deliveries that are due
 * at once stand still (ADR 0024).
 */
@Component
class DeliveryThreads implements DbSchedulerCustomizer {

    private static final long IDLE_SECONDS = 10;

    private final int most;

    DeliveryThreads(DbSchedulerProperties properties) {
        this.most = properties.getThreads();
    }

    @Override
    public Optional<ExecutorService> executorService() {
        var threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("delivery-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return Optional.of(threads);
    }
}
