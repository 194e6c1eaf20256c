package org.tumen.alert.trace;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.moment.Moment;

/**
 * A step on an article's way.
 *
 * @param at null where the time is not known
 * @param outcome whether it went on from here
 * @param words what happened, or why not
 * @param details one by one
 */
record Step(String name, @Nullable Moment at, Outcome outcome, String words, List<String> details) {

    /** As a class of the style and a mark beside it. */
    enum Outcome {
        YES("✓"),
        NO("✕"),
        UNKNOWN("?");

        private final String mark;

        Outcome(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Step {
        details = List.copyOf(details);
    }
}
