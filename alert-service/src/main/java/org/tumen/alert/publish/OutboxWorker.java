package org.tumen.alert.publish;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Publishes what waits, again and again until it is stopped. What cannot be published now does not hold up the rest. */
@Component
class OutboxWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final List<Outgoing> all;
    private final OutboxBell bell;
    private volatile @Nullable Thread worker;

    /** By {@link System#nanoTime}; only the worker's. */
    private long lookedAtAll = System.nanoTime();

    OutboxWorker(List<Outgoing> all, OutboxBell bell) {
        this.all = all;
        this.bell = bell;
    }

    @Override
    public void start() {
        // The platform's: it is to go on when many virtual ones have all their carriers busy (ADR 0024).
        // It asks at once whether it is to run, so that is known before it starts.
        var thread = Thread.ofPlatform().daemon().name("outbox").unstarted(this::work);
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        var due = all;
        while (isRunning()) {
            var isMoreWaiting = false;
            for (var outgoing : due) {
                isMoreWaiting |= published(outgoing) == Outgoing.BATCH;
            }
            try {
                due = isMoreWaiting ? all : next();
            } catch (InterruptedException e) {
                return; // Asked to stop; what was not confirmed stays in the outbox.
            }
        }
    }

    /** What the bell rings for, and every now and then all: two empty looks for each alert would cost as much as its own. */
    private List<Outgoing> next() throws InterruptedException {
        var left = BETWEEN_LOOKS.minusNanos(System.nanoTime() - lookedAtAll);
        var rung = left.isPositive() ? bell.await(left) : Set.<Class<? extends Outgoing>>of();
        if (!rung.isEmpty()) {
            return all.stream()
                    .filter(outgoing -> rung.stream().anyMatch(whose -> whose.isInstance(outgoing)))
                    .toList();
        }
        lookedAtAll = System.nanoTime();
        return all;
    }

    private static int published(Outgoing outgoing) {
        try {
            return outgoing.publish();
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("outgoing", outgoing.getClass().getSimpleName())
                    .addKeyValue("reason", e.toString())
                    .log("What is to be published waits");
            return 0;
        }
    }
}
