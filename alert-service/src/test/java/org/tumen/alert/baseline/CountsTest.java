package org.tumen.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.baseline.Counts.Day;

class CountsTest {

    /** Worked by hand: nothing in n days leaves 1 - (1 + 1/n)^(-1/2), near half a day in n. */
    @ParameterizedTest
    @CsvSource({"28, 0.0174", "100, 0.0050", "340, 0.00147"})
    void holdsWhatWasNeverToldForTheLessLikelyTheLongerItWasNot(int days, double probability) {
        assertThat(Counts.of(quiet(days, 1)).tail(1, 1)).isCloseTo(probability, within(1e-4));
    }

    @Test
    void isTheNegativeBinomialOfAGammaPoissonWhereOutletsTellApart() {
        // 10 events in 100 outlet-days: shape 10.5, rate .105; one outlet: 1 - (10.5 / 10.605)^10.5.
        var counts = Counts.of(days(100, 10, 1));
        assertThat(counts.expected(1)).isCloseTo(0.105, within(1e-9));
        assertThat(counts.tail(1, 1)).isCloseTo(1 - Math.pow(10.5 / 10.605, 10.5), within(1e-9));
    }

    @Test
    void countsByTheOutletsThatPublish() {
        var counts = Counts.of(days(100, 20, 10));
        assertThat(counts.tail(1, 20)).isGreaterThan(counts.tail(1, 10)).isGreaterThan(counts.tail(1, 1));
    }

    @Test
    void takesManyOutletsOnOneDayForOneEvent() {
        var together = new ArrayList<>(quiet(300, 10));
        together.set(50, new Day(10, 6));
        together.set(200, new Day(10, 6));
        var apart = new ArrayList<>(quiet(300, 10));
        IntStream.range(0, 12).forEach(event -> apart.set(25 * event, new Day(10, 1)));

        assertThat(Counts.of(together).events()).isEqualTo(Counts.of(apart).events());
        assertThat(Counts.of(together).tail(1, 10)).isBetween(0.005, 0.02);
        assertThat(Counts.of(apart).tail(1, 10)).isBetween(0.03, 0.06);
        assertThat(Counts.of(together).tail(6, 10)).isGreaterThan(0.001);
        assertThat(Counts.of(apart).tail(6, 10)).isLessThan(1e-6);
    }

    @Test
    void givesNothingForWhatIsToldEveryDayAndMuchForATenfoldOfIt() {
        var counts = Counts.of(Collections.nCopies(200, new Day(20, 2)));
        assertThat(counts.tail(2, 20)).isGreaterThan(0.5);
        assertThat(counts.tail(20, 20)).isLessThan(1e-9).isPositive();
    }

    @Test
    void expectsOfFewDaysWhatAllDaysSay() {
        var all = Counts.of(days(350, 100, 10));
        var few = Counts.of(quiet(3, 10), all, 8);
        assertThat(few.rate()).isBetween(0.6 * all.rate(), all.rate());
        assertThat(Counts.of(quiet(50, 10), all, 8).rate()).isLessThan(0.2 * all.rate());
    }

    private static List<Day> quiet(int days, int outlets) {
        return Collections.nCopies(days, new Day(outlets, 0));
    }

    /** So many events, one on each of as many days. */
    private static List<Day> days(int days, int events, int outlets) {
        return IntStream.range(0, days)
                .mapToObj(day -> new Day(outlets, day < events ? 1 : 0))
                .toList();
    }
}
