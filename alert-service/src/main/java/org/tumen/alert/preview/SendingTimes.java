package org.tumen.alert.preview;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tumen.alert.preview.Preview.When;
import org.tumen.alert.timing.Due;
import org.tumen.alert.timing.Due.Facts;
import org.tumen.alert.timing.Timing;
import org.tumen.model.alert.News;
import org.tumen.model.alert.StoryId;

/**
 * When one target would have got each alert, as it is decided for real ones: what is new of a story that still waits goes
 * with it. Silences are left out, for those of today say nothing of the past.
 */
final class SendingTimes {

    private static final String WITH_IT = "with what waits of its story: ";

    private final Timing timing;
    private final Map<StoryId, When> last = new HashMap<>();

    SendingTimes(Timing timing) {
        this.timing = timing;
    }

    /**
     * The next alert; those of one story in the order of their raising.
     *
     * @param now when it is raised
     */
    When next(StoryId story, List<News> news, Instant now) {
        var before = last.get(story);
        if (before != null && before.at().isAfter(now)) {
            return new When(before.at(), WITH_IT + before.words());
        }
        var reached = before != null;
        var when = when(timing.decide(new Facts(news, reached, null), now), now);
        last.put(story, when);
        return when;
    }

    private static When when(Due due, Instant now) {
        return switch (due) {
            case Due.Now(var why) -> new When(now, why);
            case Due.Waits(var until, var why) -> new When(until, why);
            case Due.Held(var until, var _, var why) -> new When(until, why);
            case Due.InDigest(var at, var why) -> new When(at, why);
            case Due.Muted _ -> throw new IllegalStateException("muted: nothing (expected: no silence was told of)");
        };
    }
}
