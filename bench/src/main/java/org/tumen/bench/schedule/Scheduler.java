package org.tumen.bench.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One feed's schedule: hears what each poll found and says how long to wait. */
interface Scheduler {

    /**
     * How long to wait after a poll.
     *
     * @param fresh posts that the last poll did not show, the oldest first
     * @param shown all posts that the feed shows now
     */
    Duration next(Instant now, List<Instant> fresh, List<Instant> shown);
}
