package org.tumen.alert.expectation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.feed.FeedId;

/** {@code expectations.yaml}: who does what on which day. */
record ExpectationFile(List<Entry> expectations) {

    /**
     * One expectation.
     *
     * @param occasion a day of the calendar, by its id
     * @param what is expected, in words that can follow "not seen:"
     * @param signals of which any one, between the two, is it; the usual one first
     * @param zone in which the day begins
     * @param within how long after its beginning
     * @param feeds that would tell of it
     * @param leastAlive of them that have to be alive for their silence to mean anything
     * @param source on what the expectation rests
     */
    record Entry(
            String id,
            String occasion,
            String what,
            List<SignalId> signals,
            ActorId giver,
            ActorId receiver,
            ZoneId zone,
            Duration within,
            Set<FeedId> feeds,
            int leastAlive,
            String source) {}
}
