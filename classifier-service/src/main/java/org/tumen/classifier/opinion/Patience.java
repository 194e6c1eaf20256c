package org.tumen.classifier.opinion;

import java.time.Duration;
import java.time.Instant;

/**
 * When somebody may be asked again. Who fails three times in a row rests, longer each time; who asks for a rest gets it; and
 * who answers well but slowly rests until no more than a quarter of the time goes to waiting for answers. So answers take half
 * a minute and a third of the time of its own from a batch, whatever is at the other end, and the instance keeps its place in the
 * consumer group ({@code max.poll.interval.ms}, five minutes).
 *
 * @param failures since the last answer
 * @param restsUntil nobody is asked before
 * @param owed time that was spent on asking and is not yet worked off
 * @param asOf when it was owed
 */
record Patience(int failures, Instant restsUntil, Duration owed, Instant asOf) {

    private static final int FAILURES = 3;

    private static final Duration SHORTEST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    /** Doubles the shortest rest up to the longest. */
    private static final int DOUBLINGS = 5;

    private static final Duration MOST_OWED = Duration.ofSeconds(20);

    /** Of one second that passes so many are worked off: a quarter of the time. */
    private static final int WORKED_OFF = 4;

    static Patience fresh(Instant now) {
        return new Patience(0, now, Duration.ZERO, now);
    }

    boolean allows(Instant now) {
        return !now.isBefore(restsUntil);
    }

    Patience answered(Instant now, Duration took) {
        return new Patience(0, now, owedAt(now).plus(took), now).untilWorkedOff();
    }

    /**
     * It did not answer.
     *
     * @param wished for how long it wants to be left alone; zero when it does not say
     */
    Patience failed(Instant now, Duration took, Duration wished) {
        var after = new Patience(failures + 1, now, owedAt(now).plus(took), now).untilWorkedOff();
        return after.restingUntil(now.plus(shorter(wished, LONGEST_REST)))
                .restingUntil(now.plus(after.restForFailures()));
    }

    private Duration restForFailures() {
        return failures < FAILURES
                ? Duration.ZERO
                : shorter(SHORTEST_REST.multipliedBy(1L << Math.min(failures - FAILURES, DOUBLINGS)), LONGEST_REST);
    }

    private Duration owedAt(Instant now) {
        var workedOff = Duration.between(asOf, now).dividedBy(WORKED_OFF);
        var rest = workedOff.isNegative() ? owed : owed.minus(workedOff);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private Patience untilWorkedOff() {
        var tooMuch = owed.minus(MOST_OWED);
        return tooMuch.isNegative() ? this : restingUntil(asOf.plus(tooMuch.multipliedBy(WORKED_OFF)));
    }

    private Patience restingUntil(Instant end) {
        return end.isAfter(restsUntil) ? new Patience(failures, end, owed, asOf) : this;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
