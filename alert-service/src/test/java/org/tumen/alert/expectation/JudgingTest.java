package org.tumen.alert.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.alert.calendar.Occasions;
import org.tumen.alert.expectation.Expectation.Watch;
import org.tumen.alert.expectation.Facts.Earlier;
import org.tumen.alert.expectation.Facts.Feed;
import org.tumen.alert.expectation.Facts.Last;
import org.tumen.alert.expectation.Outcome.Missed;
import org.tumen.alert.expectation.Outcome.NotYet;
import org.tumen.alert.expectation.Outcome.Seen;
import org.tumen.alert.expectation.Outcome.Unknown;
import org.tumen.model.alert.Absence.Witness;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.article.ArticleId;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;
import org.tumen.model.feed.Source;
import org.tumen.model.feed.SourceKind;

class JudgingTest {

    private static final List<Expectation> SHIPPED = ExpectationCheck.load(
            Path.of("../seeds/expectations.yaml"), Occasions.load(Path.of("../seeds/calendar.yaml")));
    private static final Expectation GREETING = expectation("prc-greets-dprk-foundation");
    private static final Watch WATCH = GREETING.in(2026);
    private static final Instant LATER = WATCH.deadline().plus(Duration.ofHours(30));
    private static final Earlier ALWAYS = new Earlier(3, 3);

    @Test
    void watchesFromTheDayBeforeInTheZoneOfTheOccasion() {
        assertThat(WATCH.from()).isEqualTo("2026-09-07T15:00:00Z");
        assertThat(WATCH.deadline()).isEqualTo("2026-09-10T15:00:00Z");
    }

    @Test
    void takesTheCalendarYearOfTheOccasionWhateverYearItIsAtTheDeadline() {
        var watch = expectation("rus-greets-dprk-new-year").in(2026);
        assertThat(watch.day()).isEqualTo("2026-01-01");
        assertThat(watch.from()).isEqualTo("2025-12-30T15:00:00Z");
        assertThat(watch.deadline()).isEqualTo("2026-01-03T15:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"-PT60H", "PT-1S"})
    void saysNothingBeforeTheTimeIsOver(Duration afterDeadline) {
        assertThat(decide(alive(5), ALWAYS, WATCH.deadline().plus(afterDeadline)))
                .isEqualTo(new NotYet(WATCH.deadline()));
    }

    @Test
    void saysNothingBeforeTheDelayOfTheSlowestFeedHasPassed() {
        var feeds = IntStream.range(0, 4)
                .mapToObj(number -> feed(number, FeedState.HEALTHY, Duration.ofHours(1 + 6 * number), true, 3))
                .toList();
        var slowest = WATCH.deadline().plus(Duration.ofHours(19));
        assertThat(decide(feeds, ALWAYS, slowest.minusSeconds(1))).isEqualTo(new NotYet(slowest));
        assertThat(decide(feeds, ALWAYS, slowest)).isInstanceOf(Missed.class);
    }

    @Test
    void namesTheOutletsThatWereAliveAndWhatTheyPublished() {
        var missed = (Missed) decide(alive(3), ALWAYS, LATER);
        assertThat(missed.until()).isEqualTo(WATCH.deadline().plus(Duration.ofHours(24)));
        assertThat(missed.witnesses())
                .extracting(Witness::feed)
                .containsExactly(new FeedId("feed-0"), new FeedId("feed-1"), new FeedId("feed-2"));
        assertThat(missed.witnesses())
                .allSatisfy(witness -> assertThat(witness.articles()).isEqualTo(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = FeedState.class,
            names = {"HEALTHY", "UNCHANGED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aFeedThatIsNotWellProvesNothing(FeedState state) {
        var feeds = List.of(well(0), well(1), feed(2, state, Duration.ofHours(24), true, 3));
        assertThat(decide(feeds, ALWAYS, LATER)).isInstanceOf(NotYet.class);
    }

    @Test
    void neitherDoesOneThatIsUnknownWasNotReadBeforeOrPublishedNothing() {
        var day = Duration.ofHours(24);
        assertThat(decide(List.of(well(0), well(1), feed(2, null, day, true, 3)), ALWAYS, LATER))
                .isInstanceOf(NotYet.class);
        assertThat(decide(List.of(well(0), well(1), feed(2, FeedState.HEALTHY, day, false, 3)), ALWAYS, LATER))
                .isInstanceOf(NotYet.class);
        assertThat(decide(List.of(well(0), well(1), feed(2, FeedState.HEALTHY, day, true, 0)), ALWAYS, LATER))
                .isInstanceOf(NotYet.class);
    }

    @Test
    void saysInTheEndThatNobodyCanSay() {
        var end = WATCH.deadline().plus(Judging.PATIENCE);
        assertThat(decide(alive(2), ALWAYS, end.minusSeconds(1))).isEqualTo(new NotYet(end));
        assertThat(decide(alive(2), ALWAYS, end)).isEqualTo(new Unknown("2 of 7 feeds were alive"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, true", "1, 1, true", "4, 2, true", "3, 1, false", "1, 0, false"})
    void isToldOnlyOfWhatIsTheCustomAsFarAsTheHistoryKnows(int years, int seen, boolean told) {
        assertThat(decide(alive(5), new Earlier(years, seen), LATER) instanceof Missed)
                .isEqualTo(told);
    }

    @Test
    void isSatisfiedByWhatIsSeen() {
        var url = URI.create("https://state.example.org/letter");
        var article = new ArticleReference(
                ArticleId.of(url),
                1,
                new Source(new FeedId("state"), "State", "state", SourceKind.STATE_MEDIA, null),
                url,
                "A letter",
                "en");
        assertThat(Judging.decide(GREETING, WATCH, new Facts(article, alive(5), ALWAYS), LATER))
                .isEqualTo(new Seen(article));
    }

    private static Outcome decide(List<Feed> feeds, Earlier earlier, Instant now) {
        return Judging.decide(GREETING, WATCH, new Facts(null, feeds, earlier), now);
    }

    private static List<Feed> alive(int number) {
        return IntStream.range(0, number).mapToObj(JudgingTest::well).toList();
    }

    private static Feed well(int number) {
        return feed(number, FeedState.HEALTHY, Duration.ofHours(24), true, 3);
    }

    private static Feed feed(
            int number, @Nullable FeedState state, Duration delay, boolean watchedBefore, int articles) {
        var last = new Last(
                "Outlet " + number,
                "Of the harvest",
                URI.create("https://outlet.example.org/" + number),
                WATCH.deadline());
        return new Feed(
                new FeedId("feed-" + number), state, delay, watchedBefore, articles, articles == 0 ? null : last);
    }

    private static Expectation expectation(String id) {
        return SHIPPED.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
