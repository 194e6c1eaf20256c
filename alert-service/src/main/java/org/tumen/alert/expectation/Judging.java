package org.tumen.alert.expectation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.tumen.alert.expectation.Expectation.Watch;
import org.tumen.alert.expectation.Outcome.Missed;
import org.tumen.alert.expectation.Outcome.NotYet;
import org.tumen.alert.expectation.Outcome.Seen;
import org.tumen.alert.expectation.Outcome.Unknown;

/**
 * Decides what came of an expectation. Silence proves something only of outlets that were heard before and meanwhile,
 * that are well, and whose own delay has passed since the deadline.
 */
final class Judging {

    /** After the deadline, how long outlets may take to come back before nobody can say any more. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private Judging() {}

    static Outcome decide(Expectation expectation, Watch watch, Facts facts, Instant now) {
        if (facts.seen() != null) {
            return new Seen(facts.seen());
        }
        if (now.isBefore(watch.deadline())) {
            return new NotYet(watch.deadline());
        }
        if (facts.earlier().saysOtherwise()) {
            return new Unknown(facts.earlier().toString());
        }
        var end = watch.deadline().plus(PATIENCE);
        var until = facts.feeds().stream()
                .filter(Facts.Feed::isWell)
                .map(feed -> watch.deadline().plus(feed.delay()))
                .max(Comparator.naturalOrder())
                .orElse(end);
        if (now.isBefore(until)) {
            return new NotYet(until);
        }
        var witnesses = facts.feeds().stream()
                .flatMap(feed -> feed.witness().stream())
                .sorted(Comparator.comparing(witness -> witness.feed().value()))
                .toList();
        if (witnesses.size() >= expectation.leastAlive()) {
            return new Missed(until, witnesses);
        }
        return now.isBefore(end)
                ? new NotYet(end)
                : new Unknown(witnesses.size() + " of " + expectation.feeds().size() + " feeds were alive");
    }
}
