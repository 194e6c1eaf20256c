package org.tumen.model.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyClockTest {

    private static final Instant BEGIN = Instant.parse("2026-12-01T03:00:00Z");

    private Duration passed = Duration.ZERO;
    private Duration error = Duration.ZERO;
    private @Nullable Duration up = Duration.ofDays(3);

    private final InstantSource reading = () -> BEGIN.plus(passed).plus(error);
    private final Clock machine = reading.withZone(ZoneOffset.UTC);
    private final SteadyClock clock = new SteadyClock(machine, () -> passed.toNanos(), () -> up);

    @ParameterizedTest
    @ValueSource(strings = {"PT2H", "PT-2H", "PT90S", "PT-90S"})
    void goesOnAsBeforeWhileTheMachinesClockIsWrongForAWhile(Duration wrong) {
        pass(10);
        error = wrong;
        for (int second = 0; second < 50; second++) {
            pass(1);
            assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed));
        }
        error = Duration.ZERO;
        pass(1);
        assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed));
    }

    @Test
    void believesAJumpThatLasts() {
        error = Duration.ofHours(-2);
        for (int second = 0; second < 60; second++) {
            pass(1);
            clock.instant();
        }
        pass(1);

        assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed).minus(Duration.ofHours(2)));
        pass(30);
        assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed).minus(Duration.ofHours(2)));
    }

    @Test
    void followsSmallCorrectionsAtOnce() {
        for (int step = 1; step <= 20; step++) {
            pass(30);
            error = Duration.ofSeconds(3L * step);
            assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed).plus(error));
        }
    }

    @Test
    void knowsAtOnceThatTheMachineHasSlept() {
        pass(10);
        error = Duration.ofHours(8);
        up = Duration.ofDays(3).plusSeconds(10).plusHours(8);

        assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed).plus(Duration.ofHours(8)));
    }

    @Test
    void waitsTheMinuteWhereTheSystemDoesNotTellOfSleep() {
        up = null;
        var anywhere = new SteadyClock(machine, () -> passed.toNanos(), () -> null);
        error = Duration.ofHours(8);
        pass(1);

        assertThat(anywhere.instant()).isEqualTo(BEGIN.plus(passed));
    }

    @Test
    void beginsTheMinuteAgainWhenTheClockJumpsElsewhere() {
        error = Duration.ofHours(2);
        pass(1);
        clock.instant();
        pass(59);
        error = Duration.ofHours(-2);
        clock.instant();
        pass(59);

        assertThat(clock.instant()).isEqualTo(BEGIN.plus(passed));
    }

    @Test
    void readsHowLongThisMachineHasBeenUp() {
        var read = ProcUptime.read();

        assertThat(read == null || read.isPositive()).isTrue();
    }

    /** The clock is asked each second, as services do. */
    private void pass(int seconds) {
        passed = passed.plusSeconds(seconds);
        if (up != null) {
            up = up.plusSeconds(seconds);
        }
    }
}
