package org.tumen.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void countsHitsFalseAlarmsAndMisses() {
        var counts = Counts.of(Set.of("a", "b", "c"), Set.of("b", "d"));
        assertThat(counts).isEqualTo(new Counts(1, 2, 1));
        assertThat(counts.precision()).isEqualTo(1.0 / 3);
        assertThat(counts.recall()).isEqualTo(0.5);
        assertThat(counts.f1()).isEqualTo(0.4);
    }

    @Test
    void givesAnIntervalAroundTheFigure() {
        var items = List.of(new Counts(1, 0, 0), new Counts(0, 1, 0), new Counts(1, 0, 1), new Counts(1, 0, 0));
        var ends = Bootstrap.interval(items, Counts::f1).split("-", 2);
        assertThat(Double.parseDouble(ends[0]))
                .isLessThan(SignalQuality.sum(items).f1());
        assertThat(Double.parseDouble(ends[1]))
                .isGreaterThan(SignalQuality.sum(items).f1());
    }
}
