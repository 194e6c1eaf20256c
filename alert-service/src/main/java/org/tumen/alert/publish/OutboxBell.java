package org.tumen.alert.publish;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the publisher when there is something for it; several rings before it looks are one. */
@Component
class OutboxBell {

    private final Semaphore rung = new Semaphore(0);
    private final Set<Class<? extends Outgoing>> rangFor = ConcurrentHashMap.newKeySet();

    /** @param whose for what there is something */
    void ring(Class<? extends Outgoing> whose) {
        rangFor.add(whose);
        rung.release();
    }

    /**
     * Waits for a ring, and no longer than this: what another instance left behind rings no bell here.
     *
     * @return for what it rang; empty when that is not known
     */
    Set<Class<? extends Outgoing>> await(Duration most) throws InterruptedException {
        if (!rung.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            return Set.of();
        }
        rung.drainPermits();
        var all = Set.copyOf(rangFor);
        rangFor.removeAll(all);
        return all;
    }
}
