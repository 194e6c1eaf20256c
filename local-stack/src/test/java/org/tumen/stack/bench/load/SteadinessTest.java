package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {

    private static final double INFLOW = 50;

    @Test
    void isSteadyWhileAHandfulWaits() {
        assertThat(Steadiness.of(waiting(second -> second), 2)).isFalse();
        assertThat(Steadiness.of(waiting(second -> second % 3), 2)).isTrue();
    }

    @Test
    void isSteadyWhileMuchWaitsAndNoMore() {
        var random = new Random(1);
        assertThat(Steadiness.of(waiting(_ -> 500 + random.nextInt(20)), INFLOW))
                .isTrue();
    }

    @Test
    void isSteadyWhileWhatWaitsBecomesLess() {
        assertThat(Steadiness.of(waiting(second -> 900 - 20 * second), INFLOW)).isTrue();
    }

    @Test
    void isNotSteadyWhenATenthOfWhatComesInStaysBehind() {
        assertThat(Steadiness.of(waiting(second -> 20 + INFLOW / 10 * second), INFLOW))
                .isFalse();
    }

    @Test
    void isSteadyAgainAfterAPauseThatIsWorkedOff() {
        assertThat(Steadiness.of(waiting(second -> second < 4 ? 40 * second : 2), INFLOW))
                .isTrue();
    }

    private static List<Sample> waiting(IntToDoubleFunction bySecond) {
        return IntStream.range(0, 12)
                .mapToObj(second -> new Sample(second, bySecond.applyAsDouble(second)))
                .toList();
    }
}
