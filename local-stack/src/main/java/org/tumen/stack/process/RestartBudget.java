package org.tumen.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often a process may die before it is taken for broken: five times in ten minutes. Used by one thread. */
final class RestartBudget {

    static final int LIMIT = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final int limit;

    private final Deque<Instant> deaths = new ArrayDeque<>();

    /** @param limit more deaths than this are too many; {@link #LIMIT}, but where deaths are meant */
    RestartBudget(int limit) {
        this.limit = limit;
    }

    /** Counts a death. Whether one more start is worth it. */
    boolean allowsRestartAfterDeathAt(Instant now) {
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(WINDOW))) {
            deaths.removeFirst();
        }
        return deaths.size() <= limit;
    }
}
