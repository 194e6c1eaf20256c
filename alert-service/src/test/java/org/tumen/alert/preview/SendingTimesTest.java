package org.tumen.alert.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.alert.preview.Preview.When;
import org.tumen.alert.timing.Timing;
import org.tumen.alert.timing.Timing.DigestEntry;
import org.tumen.alert.timing.Timing.Entry;
import org.tumen.alert.timing.Timing.QuietEntry;
import org.tumen.model.alert.News;
import org.tumen.model.alert.StoryId;

class SendingTimesTest {

    private static final StoryId STORY = new StoryId("story-" + "a".repeat(32));
    private static final Instant EVENING = Instant.parse("2026-11-30T21:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-12-01T07:00:00Z");
    private static final QuietEntry NIGHTS = new QuietEntry("20:00", "07:00", "UTC", null);
    private static final DigestEntry MORNINGS = new DigestEntry("0 7 * * *", "UTC", null);

    @Test
    void isAtOnceWhenNothingIsSaid() {
        var times = times(null, null, null);
        assertThat(times.next(STORY, List.of(News.FIRST), EVENING)).isEqualTo(new When(EVENING, "at once"));
    }

    @Test
    void gathersWhatComesWithinTheWaitOfItsStoryAndNothingLater() {
        var times = times(Duration.ofMinutes(10), null, null);
        var sent = EVENING.plusSeconds(600);
        assertThat(times.next(STORY, List.of(News.FIRST), EVENING))
                .isEqualTo(new When(sent, "waits 600 s for more on its story"));
        assertThat(times.next(STORY, List.of(News.ORIGIN), EVENING.plusSeconds(599)))
                .isEqualTo(new When(sent, "with what waits of its story: waits 600 s for more on its story"));
        assertThat(times.next(STORY, List.of(News.ORIGIN), sent)).isEqualTo(new When(sent, "at once"));
    }

    @Test
    void letsAnotherStoryHaveAWaitOfItsOwn() {
        var times = times(Duration.ofMinutes(10), null, null);
        times.next(STORY, List.of(News.FIRST), EVENING);
        var other = times.next(new StoryId("story-" + "b".repeat(32)), List.of(News.FIRST), EVENING.plusSeconds(60));
        assertThat(other.at()).isEqualTo(EVENING.plusSeconds(660));
    }

    @Test
    void holdsUntilQuietHoursEnd() {
        var times = times(null, null, NIGHTS);
        assertThat(times.next(STORY, List.of(News.FIRST), EVENING))
                .isEqualTo(new When(MORNING, "quiet hours until Tue 1 Dec 07:00 UTC"));
    }

    @Test
    void correctsWithinTheDigestWhatWaitsThereAndAtOnceWhatWasSent() {
        var times = times(null, MORNINGS, null);
        assertThat(times.next(STORY, List.of(News.FIRST), EVENING))
                .isEqualTo(new When(MORNING, "in the digest of Tue 1 Dec 07:00 UTC"));
        assertThat(times.next(STORY, List.of(News.DENIED), EVENING.plusSeconds(60))
                        .at())
                .isEqualTo(MORNING);
        assertThat(times.next(STORY, List.of(News.RETRACTED), MORNING.plusSeconds(60)))
                .isEqualTo(new When(MORNING.plusSeconds(60), "at once: it corrects what was sent"));
    }

    private static SendingTimes times(
            @Nullable Duration wait, @Nullable DigestEntry digest, @Nullable QuietEntry quiet) {
        return new SendingTimes(Timing.of(
                new Entry(wait, null, digest, quiet),
                (field, problem) -> new IllegalArgumentException(field + ": " + problem)));
    }
}
