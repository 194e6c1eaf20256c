package org.tumen.crawler.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.crawler.entry.Wishes;
import org.tumen.crawler.poll.PollOutcome.Failed;
import org.tumen.crawler.poll.PollOutcome.Gone;
import org.tumen.crawler.poll.PollOutcome.Read;
import org.tumen.crawler.poll.PollOutcome.Throttled;
import org.tumen.crawler.poll.PollOutcome.Unchanged;
import org.tumen.crawler.rhythm.Pace;
import org.tumen.model.feed.FeedState;

class FeedScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant DUE = NOON.minusSeconds(3);
    private static final Validators VALIDATORS = new Validators("\"v1\"", "Sun, 22 Nov 2026 11:00:00 GMT");
    private static final PollState NEW =
            PollState.fresh(URI.create("https://news.example/feed"), NOON.minusSeconds(60));

    private static final Pace PACE = new Pace(Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofSeconds(90));

    private final FeedSchedule schedule = new FeedSchedule(Duration.ofMinutes(10), PACE, null, () -> 0.0);

    private final FeedSchedule adaptive = new FeedSchedule(null, PACE, null, () -> 0.0);

    @ParameterizedTest
    @CsvSource({
        "20, 20, HEALTHY",
        "20, 0, HEALTHY",
        "0, 0, EMPTY",
    })
    void tellsTheStateOfAFeedThatWasReadForTheFirstTime(int entries, int fresh, FeedState state) {
        var next = schedule.next(NEW, read(entries, fresh), DUE, NOON);

        assertThat(next.state()).isEqualTo(state);
        assertThat(next.validators()).isEqualTo(VALIDATORS);
        assertThat(next.turns().isDone(DUE)).isTrue();
    }

    @Test
    void countsTheNextPollFromTheTimeThatThisOneWasDue() {
        assertThat(schedule.next(NEW, read(1, 1), DUE, NOON).turns().next())
                .isEqualTo(DUE.plus(Duration.ofMinutes(10)));
    }

    @Test
    void looksAtAFeedForSafetyOnlyWhileItsHubPushesIt() {
        var pushed = new FeedSchedule(Duration.ofMinutes(10), PACE, Duration.ofHours(6), () -> 0.0);

        assertThat(pushed.next(NEW, read(1, 1), DUE, NOON).turns().next()).isEqualTo(NOON.plus(Duration.ofHours(6)));
        assertThat(pushed.next(NEW, new Failed("connect timed out"), DUE, NOON)
                        .turns()
                        .next())
                .isBefore(NOON.plus(Duration.ofHours(6)));
    }

    @ParameterizedTest
    @CsvSource({"0.0, PT10M", "0.5, PT10M30S"})
    void spreadsFixedIntervalsToo(double chance, Duration interval) {
        var jittered = new FeedSchedule(Duration.ofMinutes(10), PACE, null, () -> chance);

        assertThat(jittered.next(NEW, read(1, 1), DUE, NOON).turns().next()).isEqualTo(DUE.plus(interval));
    }

    @Test
    void doesNotMakeUpForPollsThatWereMissed() {
        var yesterday = NOON.minus(Duration.ofDays(1));

        assertThat(schedule.next(NEW, read(1, 1), yesterday, NOON).turns().next())
                .isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT10M", "PT5M, PT10M", "PT30M, PT30M", "PT24H, PT24H", "P3650D, PT24H"})
    void waitsAsLongAsTheServerSaysThatItsAnswerIsGoodWithinADay(Duration freshFor, Duration delay) {
        var next = schedule.next(NEW, new Unchanged(VALIDATORS, freshFor), DUE, NOON);

        assertThat(next.turns().next()).isEqualTo(DUE.plus(delay));
    }

    @ParameterizedTest
    @CsvSource({"0, PT10M", "1, PT20M", "4, PT2H40M", "5, PT4H", "9, PT4H", "60, PT4H"})
    void doublesTheDelayOnEachFailureUpToTheMaximum(int failures, Duration delay) {
        var next = schedule.next(failed(failures), new Failed("connect timed out"), DUE, NOON);

        assertThat(next.turns().next()).isEqualTo(NOON.plus(delay));
        assertThat(next.state()).isEqualTo(FeedState.FAILING);
        assertThat(next.standing().reason()).isEqualTo("connect timed out");
        assertThat(next.failures()).isEqualTo(failures + 1);
    }

    @Test
    void keepsAnIntervalThatIsLongerThanTheLongestBackOff() {
        var daily = new FeedSchedule(Duration.ofDays(1), PACE, null, () -> 0.0);

        assertThat(daily.next(failed(3), new Failed("HTTP 500"), DUE, NOON)
                        .turns()
                        .next())
                .isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void spreadsDelaysOut() {
        var late = new FeedSchedule(Duration.ofMinutes(10), PACE, null, () -> 0.5);

        assertThat(late.next(NEW, new Failed("HTTP 500"), DUE, NOON).turns().next())
                .isEqualTo(NOON.plus(Duration.ofSeconds(630)));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"PT1H, PT1H", "PT1M, PT10M", "PT0S, PT10M", "P30D, PT24H", "null, PT10M"},
            nullValues = "null")
    void pausesAsLongAsTheHostAsks(Duration retryAfter, Duration delay) {
        var next = schedule.next(NEW, new Throttled(retryAfter, "HTTP 429"), DUE, NOON);

        assertThat(next.state()).isEqualTo(FeedState.THROTTLED);
        assertThat(next.turns().next()).isEqualTo(NOON.plus(delay));
    }

    @Test
    void startsOverAfterASuccess() {
        var next = schedule.next(failed(7), read(5, 1), DUE, NOON);

        assertThat(next.failures()).isZero();
        assertThat(next.state()).isEqualTo(FeedState.HEALTHY);
        assertThat(next.standing().since()).isEqualTo(NOON);
    }

    @Test
    void retiresAFeedThatIsGone() {
        var next = schedule.next(NEW, new Gone("HTTP 410"), DUE, NOON);

        assertThat(next.state()).isEqualTo(FeedState.GONE);
        assertThat(next.standing().reason()).isEqualTo("HTTP 410");
    }

    @Test
    void keepsTheTimeOfAStateThatGoesOn() {
        var failing = schedule.next(NEW, new Failed("HTTP 500"), DUE, NOON);

        var still = schedule.next(failing, new Failed("HTTP 502"), DUE.plusSeconds(600), NOON.plusSeconds(600));

        assertThat(still.standing().since()).isEqualTo(failing.standing().since());
        assertThat(still.standing().reason()).isEqualTo("HTTP 502");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, P1D, UNCHANGED",
        "PT1H, P3D, QUIET",
        "P1D, P9D, UNCHANGED",
        "P1D, P11D, QUIET",
    })
    void callsAFeedQuietThatIsSilentForLongerThanItsOwnRhythm(Duration rhythm, Duration silent, FeedState state) {
        var healthy = schedule.next(NEW, read(9, 9, rhythm, Wishes.NONE), DUE, NOON);

        var next =
                schedule.next(healthy, new Unchanged(VALIDATORS, Duration.ZERO), DUE.plus(silent), NOON.plus(silent));

        assertThat(next.state()).isEqualTo(state);
    }

    @Test
    void leavesAnEmptyFeedEmptyWhileItDoesNotChange() {
        var empty = schedule.next(NEW, read(0, 0), DUE, NOON);

        assertThat(schedule.next(empty, new Unchanged(VALIDATORS, Duration.ZERO), DUE, NOON)
                        .state())
                .isEqualTo(FeedState.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"10, PT2M, PT5M", "360, PT15M, PT40M", "14400, PT40M, PT2H"})
    void goesByTheRhythmOfAFeedWithoutAnIntervalOfItsOwn(int minutesBetween, Duration atLeast, Duration atMost) {
        var dates = Stream.iterate(
                        NOON.minus(Duration.ofDays(20)), date -> date.plus(Duration.ofMinutes(minutesBetween)))
                .takeWhile(date -> date.isBefore(NOON))
                .toList();

        var next = adaptive.next(NEW, read(dates, Wishes.NONE), DUE, NOON);

        assertThat(Duration.between(NOON, next.turns().next())).isBetween(atLeast, atMost);
    }

    @Test
    void waitsLongerTheLongerNothingComes() {
        var state = adaptive.next(NEW, read(List.of(NOON), Wishes.NONE), DUE, NOON);
        var first = Duration.between(NOON, state.turns().next());
        var now = NOON;
        for (var day = 0; day < 60; day++) {
            now = now.plus(Duration.ofDays(1));
            state = adaptive.next(state, new Unchanged(VALIDATORS, Duration.ZERO), now, now);
        }

        assertThat(Duration.between(now, state.turns().next())).isGreaterThan(first);
    }

    @ParameterizedTest
    @CsvSource({"PT3H, PT0S, PT3H", "P9D, PT0S, PT24H", "PT0S, PT5H, PT5H", "PT2M, PT0S, PT10M"})
    void waitsAsLongAsTheFeedItselfWantsWithinADay(Duration ttl, Duration updateEvery, Duration delay) {
        var wishes = new Wishes(ttl, updateEvery, Set.of(), Set.of());
        var read = new Read(1, 1, Validators.NONE, "hash", null, List.of(), List.of(), wishes, Duration.ZERO);

        assertThat(schedule.next(NEW, read, DUE, NOON).turns().next()).isEqualTo(DUE.plus(delay));
    }

    @Test
    void doesNotBelieveTheDefaultOfBlogSoftwareWhereAskingAgainCostsNothing() {
        var wishes = new Wishes(Duration.ZERO, Duration.ofHours(1), Set.of(), Set.of());

        assertThat(schedule.next(NEW, read(List.of(), wishes), DUE, NOON)
                        .turns()
                        .next())
                .isEqualTo(DUE.plus(Duration.ofMinutes(10)));
    }

    @Test
    void leavesOutTheHoursThatTheFeedSkips() {
        var wishes = new Wishes(Duration.ZERO, Duration.ZERO, Set.of(12, 13), Set.of());

        assertThat(schedule.next(NEW, read(List.of(), wishes), DUE, NOON)
                        .turns()
                        .next())
                .isEqualTo(Instant.parse("2026-11-22T14:00:00Z"));
    }

    private static Read read(int entries, int fresh) {
        return read(entries, fresh, null, Wishes.NONE);
    }

    private static Read read(int entries, int fresh, @Nullable Duration rhythm, Wishes wishes) {
        return new Read(entries, fresh, VALIDATORS, "hash", rhythm, List.of(), List.of(), wishes, Duration.ZERO);
    }

    private static Read read(List<Instant> dates, Wishes wishes) {
        return new Read(dates.size(), dates.size(), VALIDATORS, "hash", null, dates, dates, wishes, Duration.ZERO);
    }

    private static PollState failed(int failures) {
        return NEW.polled(DUE.minusSeconds(600), failures, DUE);
    }
}
