package org.tumen.crawler.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed was polled and when it will be.
 *
 * @param done when the last finished poll was due; null before the first
 * @param next not before this
 * @param failures polls in a row that went wrong
 */
record Turns(@Nullable Instant done, Instant next, int failures) {

    /** Whether the poll that was due at that time has been made already. */
    boolean isDone(Instant due) {
        return done != null && !due.isAfter(done);
    }
}
