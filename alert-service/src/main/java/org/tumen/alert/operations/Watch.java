package org.tumen.alert.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.notice.Notice.About;

/**
 * How a thing that operators look after is, and what they were told of it. They are told what lasts: trouble, or its end,
 * that has held for a while. Each time that something is told of a thing doubles that while for the day that follows, so
 * one that goes up and down all day is told of a few times and no more.
 *
 * @param about the kind of thing
 * @param subject which one
 * @param troubled whether it is in trouble
 * @param reason why, in words; may hold what a server said
 * @param since when it went into this state, UTC
 * @param toldTroubled whether trouble is what operators were told last; false when they were told nothing
 * @param toldAt when they were told something last; null when never
 * @param timesTold how often in a row, each within a day of the one before
 * @param notice by which they were told of the trouble; null when they were not
 */
record Watch(
        About about,
        String subject,
        boolean troubled,
        String reason,
        Instant since,
        boolean toldTroubled,
        @Nullable Instant toldAt,
        int timesTold,
        @Nullable String notice) {

    private static final Duration MEMORY = Duration.ofDays(1);

    /** 2^8 times ten minutes is almost two days, longer than the memory. */
    private static final int MOST_DOUBLINGS = 8;

    /** One that was never looked at, and so is well as far as anybody was told. */
    static Watch first(About about, String subject, boolean troubled, String reason, Instant since) {
        return new Watch(about, subject, troubled, reason, since, false, null, 0, null);
    }

    /** After another look, or a report; one that is older than what is known changes nothing. */
    Watch seen(boolean isTroubled, String why, Instant at) {
        if (at.isBefore(since)) {
            return this;
        }
        return new Watch(
                about,
                subject,
                isTroubled,
                why,
                isTroubled == troubled ? since : at,
                toldTroubled,
                toldAt,
                timesTold,
                notice);
    }

    /**
     * When operators are to be told how it is.
     *
     * @param hold for how long a state has to last, if nothing was told within the last day
     * @return null when they know
     */
    @Nullable
    Instant due(Duration hold) {
        return troubled == toldTroubled
                ? null
                : since.plus(hold.multipliedBy(1L << Math.min(lately(), MOST_DOUBLINGS)));
    }

    Watch told(String byNotice, Instant now) {
        return new Watch(
                about, subject, troubled, reason, since, troubled, now, lately() + 1, troubled ? byNotice : null);
    }

    /** How often it was told of, if the last time is less than a day before it went into the present state. */
    private int lately() {
        return toldAt == null || toldAt.plus(MEMORY).isBefore(since) ? 0 : timesTold;
    }
}
