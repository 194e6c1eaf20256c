package org.tumen.crawler.fetch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane per host: what is put on a lane is done one after the other; lanes do not wait for each other. A lane is a
 * virtual thread that lives while there is work on it.
 */
final class HostLanes {

    private static final Logger log = LoggerFactory.getLogger(HostLanes.class);

    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
    private final Set<Thread> threads = new HashSet<>();
    private boolean closed;

    /** Puts work at the end of a host's lane, however long it is; drops it when the lanes are closed. */
    void put(String host, Runnable work) {
        offer(host, Integer.MAX_VALUE, work);
    }

    /**
     * Puts work at the end of a host's lane unless so many wait there already. Drops it when the lanes are closed.
     *
     * @return whether there was room
     */
    synchronized boolean offer(String host, int most, Runnable work) {
        if (closed) {
            return true;
        }
        var lane = waiting.get(host);
        if (lane != null) {
            return lane.size() < most && lane.add(work);
        }
        var newLane = new ArrayDeque<Runnable>();
        newLane.add(work);
        waiting.put(host, newLane);
        var thread = Thread.ofVirtual().name("lane-" + host).unstarted(() -> run(host));
        threads.add(thread);
        thread.start();
        return true;
    }

    /** Drops what waits, lets what is going on end within this time, and interrupts it then. */
    void close(Duration patience) throws InterruptedException {
        Set<Thread> running;
        synchronized (this) {
            closed = true;
            waiting.values().forEach(Queue::clear);
            running = Set.copyOf(threads);
        }
        join(running, patience);
        running.forEach(Thread::interrupt);
        join(running, patience);
    }

    private static void join(Set<Thread> running, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        for (var thread : running) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    private void run(String host) {
        try {
            for (var work = next(host); work != null; work = next(host)) {
                doOne(host, work);
            }
        } finally {
            leave();
        }
    }

    /** Whatever comes of one piece of work, the lane goes on: nobody else would begin it again. */
    private static void doOne(String host, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            log.atError().addKeyValue("host", host).setCause(e).log("Work on a lane failed");
        }
    }

    private synchronized @Nullable Runnable next(String host) {
        var lane = waiting.get(host);
        var work = lane == null ? null : lane.poll();
        if (work == null) {
            waiting.remove(host);
        }
        return work;
    }

    private synchronized void leave() {
        threads.remove(Thread.currentThread());
    }
}
