package org.tumen.bench.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a b c d e f | a b c d e f      | 1.0 | 1.0
                    a b c d e f | a b c d          | 1.0 | 0.333
                    a b c d     | x a b c d        | 0.5 | 1.0
                    a b c d     | a b c d. A B c d | 0.2 | 1.0
                    a b c d     |                  | 0.0 | 0.0
                    a b         | a b              | 1.0 | 1.0
                    """)
    void countsRunsOfFourWordsAsOftenAsTheyStandThere(String wanted, String found, double precision, double recall) {
        var overlap = Overlap.of(wanted, found == null ? "" : found);

        assertThat(overlap.precision()).isCloseTo(precision, within());
        assertThat(overlap.recall()).isCloseTo(recall, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.001);
    }
}
