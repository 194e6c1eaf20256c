package org.tumen.alert.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.present.AlertView;
import org.tumen.alert.present.AlertView.FindingView;
import org.tumen.alert.present.AlertView.QuoteView;
import org.tumen.alert.raise.Alert;

/**
 * A story in a list: one line of who to whom, one of what, one of whose word it is.
 *
 * @param id of the story, or of the alert where there is none; the way to it
 * @param position of its last alert, the cursor of the stream
 * @param place the cursor of the list
 * @param told when its last alert was raised
 * @param alert the last one, as it reads
 * @param finding the strongest; null where only words were looked for
 * @param more further findings
 * @param quote the first sentence that it rests on; null when the title alone says it
 */
record Line(
        String id,
        long position,
        long place,
        Moment told,
        AlertView alert,
        @Nullable FindingView finding,
        int more,
        @Nullable QuoteView quote) {

    /** @param place where it stands in a list that is filtered */
    static Line of(Alert alert, long position, long place, Instant now) {
        var view = AlertView.of(alert, alert.event().hops());
        var story = alert.event().story();
        var findings = view.findings();
        return new Line(
                story == null ? alert.id().value() : story.id().value(),
                position,
                place,
                Moment.of(Objects.requireNonNull(alert.event().hops().alerted()), now),
                view,
                findings.isEmpty() ? null : findings.getFirst(),
                Math.max(0, findings.size() - 1),
                (findings.isEmpty() ? view.words() : findings.getFirst().quotes())
                        .stream().filter(quote -> !quote.title()).findFirst().orElse(null));
    }

    /** {@code closer}, {@code apart} or {@code either}: a colour and a glyph. */
    public String tone() {
        return finding == null ? "either" : finding.polarity();
    }

    /** What is unusual enough to be said in a list. */
    public @Nullable String verdict() {
        var surprise = finding == null ? null : finding.surprise();
        return surprise == null || !List.of("rare", "unusual").contains(surprise.verdict()) ? null : surprise.verdict();
    }
}
