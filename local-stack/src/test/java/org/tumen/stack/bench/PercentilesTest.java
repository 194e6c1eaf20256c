package org.tumen.stack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

    @ParameterizedTest
    @CsvSource({"0.01, 10", "0.5, 20", "0.51, 30", "0.75, 30", "0.99, 40", "1, 40"})
    void takesTheNearestRank(double share, double value) {
        assertThat(Percentiles.at(List.of(10.0, 20.0, 30.0, 40.0), share)).isEqualTo(value);
    }

    @Test
    void isNoNumberWhereThereIsNone() {
        assertThat(Percentiles.at(List.of(), 0.5)).isNaN();
    }
}
