package org.tumen.alert.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.scheduling.support.CronExpression;

/**
 * When digests are sent.
 *
 * @param cron in the local time of the zone
 * @param zone of a time that a change of the clock skips, the digest comes as much later; of one that it brings twice, at
 *     the first
 * @param empty whether one without a story is sent too
 */
record DigestTimes(CronExpression cron, ZoneId zone, boolean empty) {

    /** More than any clock is put forward by at once: a time that was skipped may be due now. */
    private static final Duration LONGEST_SKIP = Duration.ofHours(3);

    /** The first one after this time. */
    Instant after(Instant time) {
        var local = LocalDateTime.ofInstant(time, zone).minus(LONGEST_SKIP);
        while (true) {
            local = cron.next(local);
            if (local == null) {
                throw new IllegalStateException("cron: " + cron + " ends (expected: checked when it was read)");
            }
            var at = local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            if (at.isAfter(time)) {
                return at;
            }
        }
    }

    String words(Instant time) {
        return Clocks.words(time, zone);
    }
}
