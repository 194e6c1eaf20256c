package org.tumen.crawler.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.crawler.entry.Wishes;
import org.tumen.crawler.rhythm.PostingPattern;

/**
 * What is known of a feed for its schedule.
 *
 * @param rhythm the mean time between its entries; null when not known
 * @param pattern when it posts; null before it was read
 * @param wishes what it said about when it may be asked for again
 */
record Learnt(@Nullable Duration rhythm, @Nullable PostingPattern pattern, Wishes wishes) {

    static final Learnt NOTHING = new Learnt(null, null, Wishes.NONE);

    /** At its first reading a feed tells of the days before, later only of the time since. */
    Learnt from(PollOutcome.Read read, Instant now) {
        return new Learnt(
                read.rhythm() == null ? rhythm : read.rhythm(),
                pattern == null ? PostingPattern.of(read.dates(), now) : pattern.learn(read.freshDates(), now),
                read.wishes());
    }

    /** These entries were new; that there was none until now is something to learn, too. */
    Learnt fromNew(List<Instant> dates, Instant now) {
        return new Learnt(rhythm, pattern == null ? null : pattern.learn(dates, now), wishes);
    }

    PostingPattern patternOr(Instant now) {
        return pattern == null ? PostingPattern.unknown(now) : pattern;
    }
}
