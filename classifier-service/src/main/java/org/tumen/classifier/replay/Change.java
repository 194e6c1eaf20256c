package org.tumen.classifier.replay;

import org.jspecify.annotations.Nullable;
import org.tumen.model.assessment.Finding;

/**
 * One signal between two actors in one article, before and after.
 *
 * @param before null when nothing was found
 * @param after null when nothing is found
 * @param limit what counts, for each of the two
 */
record Change(@Nullable Finding before, @Nullable Finding after, Limits limit) {

    /** Below it a score looks the same to a reader: half of the last digit that is shown. */
    private static final double SAME = 0.005;

    /** From which score on a finding counts. */
    record Limits(double before, double after) {}

    /** What became of a finding. */
    enum Kind {
        SAME,
        GAINED,
        LOST,
        /** Another score, direction, sign or status. */
        CHANGED,
        /** It did not count before and does not now. */
        BELOW
    }

    Kind kind() {
        var was = before != null && before.score() >= limit.before() ? before : null;
        var is = after != null && after.score() >= limit.after() ? after : null;
        if (was == null) {
            return is == null ? Kind.BELOW : Kind.GAINED;
        }
        if (is == null) {
            return Kind.LOST;
        }
        return isSame(was, is) ? Kind.SAME : Kind.CHANGED;
    }

    private static boolean isSame(Finding before, Finding after) {
        return Math.abs(before.score() - after.score()) < SAME
                && before.dyad().equals(after.dyad())
                && before.polarity() == after.polarity()
                && before.status() == after.status();
    }

    /** The finding that can be shown: what it is now, or was. */
    Finding shown() {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new IllegalStateException("a change has a before or an after");
    }
}
