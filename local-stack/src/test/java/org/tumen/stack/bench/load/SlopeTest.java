package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlopeTest {

    @Test
    void findsTheLineThroughSamplesThatLieOnOne() {
        var slope = Slope.of(List.of(new Sample(0, 100), new Sample(0.5, 103), new Sample(1, 106)));
        assertThat(slope.perUnit()).isCloseTo(6, within(1e-9));
        assertThat(slope.low()).isCloseTo(6, within(1e-6));
        assertThat(slope.high()).isCloseTo(6, within(1e-6));
        assertThat(slope.mean()).isCloseTo(103, within(1e-9));
    }

    /** Of 4 degrees of freedom: its .975 quantile is 2.776. */
    @Test
    void givesTheIntervalOfStudent() {
        var samples = List.of(
                new Sample(0, 1),
                new Sample(1, 2.2),
                new Sample(2, 2.8),
                new Sample(0, 0.8),
                new Sample(1, 1.8),
                new Sample(2, 3.0));
        var slope = Slope.of(samples);
        var around = samples.stream()
                .mapToDouble(one -> Math.pow(one.value() - slope.mean() - slope.perUnit() * (one.at() - 1), 2))
                .sum();
        var half = 2.776 * Math.sqrt(around / 4 / 4);
        assertThat(slope.high() - slope.perUnit()).isCloseTo(half, within(half * 0.02));
        assertThat(slope.perUnit() - slope.low()).isCloseTo(half, within(half * 0.02));
    }

    @Test
    void takesChanceForFlat() {
        var random = new Random(1);
        var slope = Slope.of(minutes(60)
                .mapToObj(minute -> new Sample(minute / 60.0, 300 + random.nextGaussian() * 5))
                .toList());
        assertThat(slope.isFlat()).isTrue();
    }

    @Test
    void seesALeakOfAFewMegabytesAnHourUnderChance() {
        var random = new Random(1);
        var slope = Slope.of(minutes(60)
                .mapToObj(minute -> new Sample(minute / 60.0, 300 + 15 * minute / 60.0 + random.nextGaussian() * 5))
                .toList());
        assertThat(slope.isFlat()).isFalse();
    }

    @Test
    void takesWhatShrinksForFlat() {
        assertThat(Slope.of(minutes(10)
                                .mapToObj(minute -> new Sample(minute, 300 - minute))
                                .toList())
                        .isFlat())
                .isTrue();
    }

    @Test
    void refusesWhatMakesNoLine() {
        assertThatThrownBy(() -> Slope.of(List.of(new Sample(0, 1), new Sample(1, 1))))
                .hasMessageContaining("samples: 2");
        assertThatThrownBy(() -> Slope.of(List.of(new Sample(1, 1), new Sample(1, 2), new Sample(1, 3))))
                .hasMessageContaining("all at 1");
    }

    private static IntStream minutes(int count) {
        return IntStream.range(0, count);
    }
}
