package org.tumen.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final RetrySchedule STANDARD = new RetrySchedule(
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24)),
            0.2);

    @ParameterizedTest
    @CsvSource({
        "1, , 0,   PT5S",
        "1, , 0.5, PT5.5S",
        "2, , 0,   PT5M",
        "2, , 0.999, PT5M59.94S",
        "9, , 0,   PT24H",
        "1, PT1S, 0, PT5S",
        "1, PT2M, 0, PT2M",
        "1, PT99H, 0, PT24H",
    })
    void growsWithEachFailureAndKeepsToTheLongerPauseThatThePeerAskedFor(
            int failures, @Nullable Duration retryAfter, double chance, Duration pause) {
        assertThat(STANDARD.next(failures, retryAfter, NOON, chance)).contains(NOON.plus(pause));
    }

    @Test
    void givesUpAfterAboutThreeDays() {
        assertThat(STANDARD.next(10, null, NOON, 0)).isEmpty();
        var whole = STANDARD.pauses().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(whole).isBetween(Duration.ofHours(72), Duration.ofHours(78));
    }
}
