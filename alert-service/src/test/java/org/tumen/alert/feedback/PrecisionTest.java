package org.tumen.alert.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.feedback.Precision.Interval;
import org.tumen.alert.feedback.Precision.Opinion;

class PrecisionTest {

    /** From the closed form, with other software. */
    @ParameterizedTest
    @CsvSource({
        "0,  10, 0,       0.277533",
        "10, 10, 0.722467, 1",
        "5,  10, 0.236593, 0.763407",
        "1,  1,  0.206549, 1",
        "81, 263, 0.255289, 0.366210",
    })
    void givesWilsonsInterval(long right, long judged, double low, double high) {
        var interval = Interval.wilson(right, judged);
        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }

    @Test
    void countsAFindingOnceHoweverManyJudgeIt() {
        var lines = Precision.of(List.of(
                new Opinion("a/0", "treaty-move", Verdict.SIGNAL),
                new Opinion("a/0", "treaty-move", Verdict.SIGNAL),
                new Opinion("a/0", "treaty-move", Verdict.NOISE),
                new Opinion("b/0", "treaty-move", Verdict.WRONG_ACTOR)));
        assertThat(lines).extracting(Precision::signal).containsExactly("treaty-move", "all");
        assertThat(lines.getFirst().judged()).isEqualTo(2);
        assertThat(lines.getFirst().right()).isEqualTo(1);
        assertThat(lines.getFirst().share()).isEqualTo(0.5);
        assertThat(lines.getFirst().wrong()).isEqualTo(Map.of("noise", 1L, "wrong-actor", 1L));
    }

    @Test
    void leavesOutWhatReadersAreEvenOn() {
        var lines = Precision.of(List.of(
                new Opinion("a/0", "aid-cut", Verdict.SIGNAL), new Opinion("a/0", "aid-cut", Verdict.WRONG_STATUS)));
        assertThat(lines.getFirst().disputed()).isEqualTo(1);
        assertThat(lines.getFirst().judged()).isZero();
        assertThat(lines.getFirst().interval()).isNull();
    }

    @Test
    void sumsUpOverAllSignalsAndSaysSoWhenThereIsNothing() {
        var opinions = new ArrayList<Opinion>();
        for (var i = 0; i < 3; i++) {
            opinions.add(new Opinion("t/" + i, "treaty-move", Verdict.SIGNAL));
            opinions.add(new Opinion("n/" + i, "aid-cut", Verdict.NOISE));
        }
        assertThat(Precision.of(opinions).getLast())
                .extracting(Precision::judged, Precision::right)
                .containsExactly(6L, 3L);
        assertThat(Precision.of(List.of())).singleElement().satisfies(all -> {
            assertThat(all.judged()).isZero();
            assertThat(all.share()).isNull();
        });
    }
}
