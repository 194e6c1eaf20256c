package org.tumen.alert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.alert.notice.Notice.About;

class WatchTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOLD = Duration.ofMinutes(10);

    private final Watch failing = Watch.first(About.FEED, "example", true, "failing: HTTP 500", NOON);

    @Test
    void tellsOfTroubleThatLasts() {
        assertThat(failing.due(HOLD)).isEqualTo(NOON.plus(HOLD));
        assertThat(failing.seen(true, "failing: HTTP 502", NOON.plusSeconds(300))
                        .due(HOLD))
                .isEqualTo(NOON.plus(HOLD));
    }

    @Test
    void saysNothingOfTroubleThatWasOverSoon() {
        assertThat(failing.seen(false, "", NOON.plusSeconds(300)).due(HOLD)).isNull();
    }

    @Test
    void saysNothingOfAThingThatIsWellWhenItIsSeenFirst() {
        assertThat(Watch.first(About.FEED, "example", false, "", NOON).due(HOLD))
                .isNull();
    }

    @Test
    void tellsOfTheEndOfTroubleThatWasTold() {
        var told = failing.told("notice", NOON.plus(HOLD));
        assertThat(told.due(HOLD)).isNull();
        var well = told.seen(false, "", NOON.plus(Duration.ofHours(1)));
        assertThat(well.due(HOLD)).isEqualTo(NOON.plus(Duration.ofHours(1)).plus(HOLD.multipliedBy(2)));
        assertThat(well.notice()).isEqualTo("notice");
    }

    @Test
    void takesNoNoticeOfAReportThatComesLate() {
        var well = failing.seen(false, "", NOON.plusSeconds(300));
        assertThat(well.seen(true, "failing", NOON.plusSeconds(100))).isEqualTo(well);
    }

    @Test
    void tellsOfAFeedThatGoesUpAndDownEveryQuarterOfAnHourAFewTimesADay() {
        assertThat(toldTimes(Duration.ofMinutes(15))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void tellsOfAFeedThatGoesUpAndDownEveryHourAFewTimesADay() {
        assertThat(toldTimes(Duration.ofHours(1))).hasSizeBetween(2, 4);
    }

    @Test
    void forgetsAfterADay() {
        var told = failing.told("a", NOON.plus(HOLD));
        var well = told.seen(false, "", NOON.plus(Duration.ofDays(3)));
        assertThat(well.due(HOLD)).isEqualTo(NOON.plus(Duration.ofDays(3)).plus(HOLD));
    }

    /** When operators are told, over a day in which the state changes once in each period. */
    private static List<Instant> toldTimes(Duration period) {
        var told = new ArrayList<Instant>();
        var watch = Watch.first(About.FEED, "example", false, "", NOON);
        for (var now = NOON; now.isBefore(NOON.plus(Duration.ofDays(1))); now = now.plusSeconds(30)) {
            var troubled = Duration.between(NOON, now).dividedBy(period) % 2 == 0;
            watch = watch.seen(troubled, "failing", now);
            var due = watch.due(HOLD);
            if (due != null && !due.isAfter(now)) {
                watch = watch.told("notice", now);
                told.add(now);
            }
        }
        return told;
    }
}
