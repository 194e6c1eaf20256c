package org.tumen.alert.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the calls that wait for one peer at one time, so that a peer that does not answer keeps a few threads waiting
 * and not all of them. As many again wait for a moment until one of these calls ends: most end within milliseconds, and to be
 * put off for seconds and looked up again would cost more than the wait. Safe for use by many threads.
 */
final class Peers {

    private final int limit;
    private final Duration moment;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param limit calls of one peer at one time
     * @param moment how long at most one waits for another's end
     */
    Peers(int limit, Duration moment) {
        this.limit = limit;
        this.moment = moment;
    }

    /**
     * Who is at a peer.
     *
     * @param free calls that may be made beside those that run
     * @param present those that call and those that wait; with the last the line goes
     */
    private record Line(Semaphore free, int present) {

        Line with(int more) {
            return new Line(free, present + more);
        }
    }

    /** Whether one more call may be made, now or after a moment; if so, {@link #leave} must follow it. */
    boolean enter(String peer) {
        var joined = new Semaphore[1];
        lines.compute(peer, (_, line) -> {
            var now = line == null ? new Line(new Semaphore(limit, true), 0) : line;
            if (now.present() >= 2 * limit) {
                return now;
            }
            joined[0] = now.free();
            return now.with(1);
        });
        var free = joined[0];
        if (free == null) {
            return false;
        }
        if (isFreeSoon(free)) {
            return true;
        }
        goneFrom(peer);
        return false;
    }

    void leave(String peer) {
        lines.computeIfPresent(peer, (_, line) -> {
            line.free().release();
            return line;
        });
        goneFrom(peer);
    }

    private boolean isFreeSoon(Semaphore free) {
        try {
            return free.tryAcquire(moment.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void goneFrom(String peer) {
        lines.computeIfPresent(peer, (_, line) -> line.present() == 1 ? null : line.with(-1));
    }
}
