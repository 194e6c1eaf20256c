package org.tumen.stack.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** When people are told what a start is waiting for: ever more rarely. Used by one thread. */
final class StartWatch {

    private final Deque<Duration> toldAfter = new ArrayDeque<>(
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(8)));

    /** Whether it is time for a line, once for each of the times. */
    boolean isLineDue(Duration waited) {
        var due = false;
        while (!toldAfter.isEmpty() && waited.compareTo(toldAfter.getFirst()) >= 0) {
            toldAfter.removeFirst();
            due = true;
        }
        return due;
    }
}
