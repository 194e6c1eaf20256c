package org.tumen.classifier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration SHORT = Duration.ofMillis(200);

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT0S",
        "2, PT0S",
        "3, PT30S",
        "4, PT1M",
        "5, PT2M",
        "6, PT4M",
        "7, PT8M",
        "8, PT15M",
        "9, PT15M",
        "90, PT15M"
    })
    void restsLongerWithEachFailureFromTheThirdOn(int failures, Duration rest) {
        var patience = Patience.fresh(NOON);
        for (var i = 0; i < failures; i++) {
            patience = patience.failed(NOON, SHORT.dividedBy(100), Duration.ZERO);
        }
        assertThat(patience.restsUntil()).isEqualTo(NOON.plus(rest));
        assertThat(patience.allows(NOON)).isEqualTo(rest.isZero());
        assertThat(patience.allows(NOON.plus(rest))).isTrue();
    }

    @Test
    void forgetsFailuresWithAnAnswer() {
        var patience = Patience.fresh(NOON)
                .failed(NOON, SHORT, Duration.ZERO)
                .failed(NOON, SHORT, Duration.ZERO)
                .answered(NOON, SHORT)
                .failed(NOON, SHORT, Duration.ZERO);
        assertThat(patience.allows(NOON)).isTrue();
        assertThat(patience.failures()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT0S", "PT40S, PT40S", "PT24H, PT15M"})
    void grantsARestThatIsAskedForUpToAQuarterOfAnHour(Duration wished, Duration rest) {
        assertThat(Patience.fresh(NOON).failed(NOON, SHORT, wished).restsUntil())
                .isEqualTo(NOON.plus(rest));
    }

    @Test
    void spendsNoMoreThanAQuarterOfTheTimeOnSomebodySlow() {
        var took = Duration.ofSeconds(5);
        var work = Duration.ofMillis(20);
        var asked = Duration.ZERO;
        var now = NOON;
        var patience = Patience.fresh(now);
        while (now.isBefore(NOON.plus(Duration.ofHours(1)))) {
            if (patience.allows(now)) {
                now = now.plus(took);
                asked = asked.plus(took);
                patience = patience.answered(now, took);
            }
            now = now.plus(work);
        }
        assertThat(asked)
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15).plusSeconds(30));
    }

    @Test
    void doesNotRestForSomebodyQuick() {
        var now = NOON;
        var patience = Patience.fresh(now);
        for (var i = 0; i < 1_000; i++) {
            now = now.plusSeconds(1);
            patience = patience.answered(now, SHORT);
            assertThat(patience.allows(now)).isTrue();
        }
    }

    @Test
    void owesNothingMoreWhenTheClockIsSetBack() {
        var patience = Patience.fresh(NOON).answered(NOON, Duration.ofSeconds(10));
        assertThat(patience.answered(NOON.minusSeconds(3600), SHORT).owed()).isEqualTo(Duration.ofMillis(10_200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | PT2M",
                " 0                            | PT0S",
                "Mon, 30 Nov 2026 12:00:30 GMT | PT30S",
                "Mon, 30 Nov 2026 11:00:00 GMT | PT0S",
                "-5                            | PT0S",
                "99999999999999                | PT0S",
                "soon                          | PT0S"
            })
    void readsForHowLongAServerWantsToBeLeftAlone(String value, Duration wished) {
        var headers = HttpHeaders.of(Map.of("retry-after", List.of(value)), (_, _) -> true);
        assertThat(RetryAfter.of(headers, NOON)).isEqualTo(wished);
    }
}
