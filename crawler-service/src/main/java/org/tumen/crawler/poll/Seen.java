package org.tumen.crawler.poll;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed answered last.
 *
 * @param bodyHash of the last readable answer; null before the first
 * @param lastFresh when it last had a new entry; null before the first
 */
record Seen(
        Validators validators,
        @Nullable String bodyHash,
        @Nullable Instant lastFresh) {

    static final Seen NOTHING = new Seen(Validators.NONE, null, null);

    Seen with(Validators newer) {
        return new Seen(newer, bodyHash, lastFresh);
    }

    Seen freshAt(Instant now) {
        return new Seen(validators, bodyHash, now);
    }

    Seen read(PollOutcome.Read read, Instant now) {
        return new Seen(read.validators(), read.bodyHash(), read.fresh() > 0 ? now : lastFresh);
    }
}
