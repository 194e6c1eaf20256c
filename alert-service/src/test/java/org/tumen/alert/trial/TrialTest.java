package org.tumen.alert.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.feed.FeedTried.Line;

class TrialTest {

    private static final Instant ASKED = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void waitsForTwoMinutesAndNoLonger() {
        assertThat(trial(null).state(ASKED.plus(Duration.ofMinutes(2)))).isEqualTo(Trial.State.waiting);
        assertThat(trial(null).state(ASKED.plus(Duration.ofSeconds(121)))).isEqualTo(Trial.State.unanswered);
    }

    @Test
    void anAnswerCountsHoweverLateItIs() {
        var late = ASKED.plus(Duration.ofHours(1));
        assertThat(trial(answer(true)).state(late)).isEqualTo(Trial.State.usable);
        assertThat(trial(answer(false)).state(late)).isEqualTo(Trial.State.unusable);
    }

    @Test
    void saysWhatTheFeedSaysOfItself() {
        var trial = trial(answer(true, new Line("title", "Example News"), new Line("title", "An article")));
        assertThat(trial.said("title")).isEqualTo("Example News");
        assertThat(trial.said("language")).isEmpty();
    }

    private static Trial trial(@Nullable FeedTried answer) {
        return new Trial(
                new FeedTrialRequested("t", URI.create("https://news.example.org/rss"), null, "min", ASKED), answer);
    }

    private static FeedTried answer(boolean usable, Line... told) {
        return new FeedTried("t", usable, List.of(told), ASKED.plusSeconds(3));
    }
}
