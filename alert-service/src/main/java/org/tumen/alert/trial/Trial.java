package org.tumen.alert.trial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.feed.FeedTried.Line;

/**
 * A trial as it stands.
 *
 * @param answer null until a crawler has answered
 */
record Trial(FeedTrialRequested request, @Nullable FeedTried answer) {

    /** How far it has come; the names are those of the API. */
    enum State {
        /** A crawler may still answer. */
        waiting,
        /** It can be added as it is. */
        usable,
        /** It cannot; the lines say why. */
        unusable,
        /** No crawler answered in time. */
        unanswered
    }

    State state(Instant now) {
        if (answer != null) {
            return answer.usable() ? State.usable : State.unusable;
        }
        return request.isOver(now) ? State.unanswered : State.waiting;
    }

    List<Line> told() {
        return answer == null ? List.of() : answer.told();
    }

    /** What the feed says of itself under this label; empty when it says nothing. */
    String said(String label) {
        return told().stream()
                .filter(line -> line.label().equals(label))
                .map(Line::text)
                .findFirst()
                .orElse("");
    }
}
