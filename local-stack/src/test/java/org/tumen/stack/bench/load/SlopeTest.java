package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tumen.stack.bench.load.Slope.Verdict.FLAT;
import static org.tumen.stack.bench.load.Slope.Verdict.GROWS;
import static org.tumen.stack.bench.load.Slope.Verdict.UNDECIDED;

import java.util.ArrayList;
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

    /** Nothing of what is above the line stays above it here. Of 4 degrees of freedom: its .975 quantile is 2.776. */
    @Test
    void givesTheIntervalOfStudentWhereSamplesAreIndependent() {
        var values = new double[] {1, -1, 1, -1, 1, -1};
        var samples = IntStream.range(0, values.length)
                .mapToObj(at -> new Sample(at, values[at]))
                .toList();
        var slope = Slope.of(samples);
        var around = samples.stream()
                .mapToDouble(one -> Math.pow(one.value() - slope.mean() - slope.perUnit() * (one.at() - 2.5), 2))
                .sum();
        var half = 2.776 * Math.sqrt(around / 4 / 17.5);
        assertThat(slope.high() - slope.perUnit()).isCloseTo(half, within(half * 0.02));
        assertThat(slope.perUnit() - slope.low()).isCloseTo(half, within(half * 0.02));
    }

    /** What is off the line now is still four fifths as much a minute later. Taken for independent, 49 in 100 intervals would hold it. */
    @Test
    void itsIntervalHoldsTheGrowthAboutAsOftenAsItSaysWhereSamplesHaveAMemory() {
        var random = new Random(1);
        var held = IntStream.range(0, 1000)
                .filter(_ -> {
                    var slope = Slope.of(remembering(random, 0.8, 12));
                    return slope.low() <= 12 && slope.high() >= 12;
                })
                .count();
        assertThat(held).isBetween(880L, 980L);
    }

    @Test
    void takesChanceForFlat() {
        var random = new Random(1);
        assertThat(Slope.of(remembering(random, 0, 0)).verdict(1)).isEqualTo(FLAT);
    }

    @Test
    void seesALeakOfAFewMegabytesAnHourUnderChance() {
        var random = new Random(1);
        assertThat(Slope.of(remembering(random, 0.5, 15)).verdict(1)).isEqualTo(GROWS);
    }

    @Test
    void cannotTellWhereChanceIsLargerThanTheLimit() {
        var samples = minutes(60)
                .mapToObj(minute -> new Sample(minute / 60.0, minute % 20 < 10 ? 280 : 320))
                .toList();
        assertThat(Slope.of(samples).verdict(1)).isEqualTo(UNDECIDED);
    }

    @Test
    void forgivesWhatIsSmallAGrowthOfAFewPieces() {
        var samples = minutes(60)
                .mapToObj(minute -> new Sample(minute / 60.0, 30 + minute / 60.0))
                .toList();
        assertThat(Slope.of(samples).verdict(0.5)).isEqualTo(GROWS);
        assertThat(Slope.of(samples).verdict(2)).isEqualTo(FLAT);
    }

    @Test
    void takesWhatShrinksForFlat() {
        var samples =
                minutes(10).mapToObj(minute -> new Sample(minute, 300 - minute)).toList();
        assertThat(Slope.of(samples).verdict(1)).isEqualTo(FLAT);
    }

    @Test
    void refusesWhatMakesNoLine() {
        assertThatThrownBy(() -> Slope.of(List.of(new Sample(0, 1), new Sample(1, 1))))
                .hasMessageContaining("samples: 2");
        assertThatThrownBy(() -> Slope.of(List.of(new Sample(1, 1), new Sample(1, 2), new Sample(1, 3))))
                .hasMessageContaining("all at 1");
    }

    /**
     * An hour's samples around 300, each of which keeps something of how far off the last one was.
     *
     * @param kept in [0, 1)
     */
    private static List<Sample> remembering(Random random, double kept, double growth) {
        var off = random.nextGaussian() / Math.sqrt(1 - kept * kept);
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < 60; minute++) {
            samples.add(new Sample(minute / 60.0, 300 + growth * minute / 60.0 + off));
            off = kept * off + random.nextGaussian();
        }
        return samples;
    }

    private static IntStream minutes(int count) {
        return IntStream.range(0, count);
    }
}
