package org.tumen.alert.subscription;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks for changed files and for changes in the database again and again, neither waiting for the other: either counts
 * within two seconds. Files are looked at, not watched, as notifications do not come from mounted and linked folders; so is
 * the database, as they do not come through a pool of connections in front of it, and a look costs one row of an index.
 */
@Component
class SubscriptionReload implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionReload.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Subscriptions subscriptions;
    private final StoredSubscriptions stored;
    private volatile boolean running;
    private List<Thread> threads = List.of();

    SubscriptionReload(Subscriptions subscriptions, StoredSubscriptions stored, MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.stored = stored;
        Gauge.builder(
                        "tumen.alert.subscriptions",
                        subscriptions,
                        each -> each.allKept().size())
                .description("subscriptions in force")
                .register(meters);
        Gauge.builder(
                        "tumen.alert.subscriptions.faults",
                        subscriptions,
                        each -> each.faults().size())
                .description("faults in the files of subscriptions; a file at fault stays as it was")
                .register(meters);
    }

    private void again(Runnable look) {
        while (running) {
            try {
                Thread.sleep(LOOK_AGAIN);
                look.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.atWarn().setCause(e).log("Looking again for changed subscriptions"); // The database is away.
            }
        }
    }

    private void lookAtFiles() {
        subscriptions.reload().forEach(SubscriptionReload::tell);
    }

    private static void tell(String fault) {
        log.atError().addKeyValue("fault", fault).log("A file of subscriptions is at fault and stays as it was");
    }

    @Override
    public synchronized void start() {
        running = true;
        threads = List.of(
                Thread.ofVirtual().name("subscriptions-of-files").start(() -> again(this::lookAtFiles)),
                Thread.ofVirtual().name("subscriptions-stored").start(() -> again(stored::refresh)));
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
