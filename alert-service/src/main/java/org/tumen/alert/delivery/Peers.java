package org.tumen.alert.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bounds the calls that wait for one peer at one time, so that a peer that does not answer keeps a few threads waiting
 * and not all of them. Safe for use by many threads.
 */
final class Peers {

    private final int limit;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    Peers(int limit) {
        this.limit = limit;
    }

    /** Whether one more call may be made; if so, {@link #leave} must follow it. */
    boolean enter(String peer) {
        var entered = new boolean[1];
        calls.compute(peer, (_, running) -> {
            var now = running == null ? 0 : running;
            entered[0] = now < limit;
            return entered[0] ? now + 1 : running;
        });
        return entered[0];
    }

    void leave(String peer) {
        calls.computeIfPresent(peer, (_, running) -> running == 1 ? null : running - 1);
    }
}
