package org.tumen.crawler.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Pace PACE = new Pace(Duration.ofMinutes(2), Duration.ofHours(6), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"5, 2, 4", "61, 9, 16", "367, 22, 40"})
    void asksInProportionToTheRootOfTheTimeBetweenPosts(int minutesBetween, int atLeast, int atMost) {
        var interval = PACE.interval(every(Duration.ofMinutes(minutesBetween)), MONDAY_NOON);

        assertThat(interval).isBetween(Duration.ofMinutes(atLeast), Duration.ofMinutes(atMost));
    }

    @Test
    void asksAFeedOfOfficeHoursMoreOftenInOfficeHours() {
        var pattern = PostingPattern.of(
                hours().filter(hour -> {
                            var of = hour.getEpochSecond() / 3600 % 24;
                            return of >= 8 && of < 17;
                        })
                        .toList(),
                MONDAY_NOON.minus(Duration.ofHours(6)));

        var morning = PACE.interval(pattern, Instant.parse("2026-11-23T09:00:00Z"));
        var night = PACE.interval(pattern, Instant.parse("2026-11-23T22:00:00Z"));

        assertThat(night).isGreaterThan(morning.multipliedBy(2));
    }

    @Test
    void wakesUpWithTheFeedAndNotLongAfter() {
        var pattern = PostingPattern.of(
                hours().filter(hour -> hour.getEpochSecond() / 3600 % 24 == 9)
                        .flatMap(hour ->
                                Stream.iterate(hour, at -> at.plusSeconds(300)).limit(12))
                        .toList(),
                MONDAY_NOON.minus(Duration.ofHours(6)));

        var eight = Instant.parse("2026-11-23T06:00:00Z");
        assertThat(eight.plus(PACE.interval(pattern, eight))).isBefore(Instant.parse("2026-11-23T09:15:00Z"));
    }

    @Test
    void takesEntriesOfYearsAgoForNoBurst() {
        var longAgo = Collections.nCopies(9, Instant.parse("2018-10-17T10:30:00Z"));

        var interval = PACE.interval(PostingPattern.of(longAgo, MONDAY_NOON), MONDAY_NOON);

        assertThat(interval).isGreaterThan(Duration.ofHours(3));
    }

    @Test
    void looksSoonerDuringABurst() {
        var calm = every(Duration.ofHours(4));
        var burst = calm.learn(
                List.of(MONDAY_NOON.plusSeconds(60), MONDAY_NOON.plusSeconds(90), MONDAY_NOON.plusSeconds(200)),
                MONDAY_NOON.plusSeconds(300));

        assertThat(PACE.interval(burst, MONDAY_NOON.plusSeconds(300)))
                .isLessThan(PACE.interval(calm, MONDAY_NOON.plusSeconds(300))
                        .multipliedBy(2)
                        .dividedBy(3));
    }

    @Test
    void keepsWithinItsLimits() {
        assertThat(PACE.interval(every(Duration.ofSeconds(5)), MONDAY_NOON)).isEqualTo(Duration.ofMinutes(2));
        assertThat(PACE.interval(
                        PostingPattern.unknown(START).learn(List.of(), START.plus(Duration.ofDays(400))), START))
                .isLessThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void forgetsWhatAFeedOnceWas() {
        var busy = every(Duration.ofMinutes(5));
        var silent = busy;
        for (var now = MONDAY_NOON; now.isBefore(MONDAY_NOON.plus(Duration.ofDays(120))); ) {
            now = now.plus(Duration.ofDays(1));
            silent = silent.learn(List.of(), now);
        }

        assertThat(silent.mean()).isLessThan(busy.mean() / 20);
    }

    @Test
    void refusesLimitsInTheWrongOrder() {
        assertThatThrownBy(() -> new Pace(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .hasMessage("PT1H..PT1M (expected: a shortest interval above 0 and a longest one not below)");
    }

    private static PostingPattern every(Duration between) {
        var pattern = PostingPattern.unknown(START);
        return pattern.learn(
                Stream.iterate(START.plus(between), at -> at.isBefore(MONDAY_NOON), at -> at.plus(between))
                        .toList(),
                MONDAY_NOON);
    }

    private static Stream<Instant> hours() {
        return Stream.iterate(START, at -> at.isBefore(MONDAY_NOON), at -> at.plus(Duration.ofHours(1)));
    }
}
