package org.tumen.bench.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** Wilson's interval at 95 in 100, as tables have it. */
    @ParameterizedTest
    @CsvSource({"0, 20, 0, 0.161", "0, 150, 0, 0.025", "3, 100, 0.010, 0.085", "20, 20, 0.839, 1"})
    void saysHowSureItIs(int part, int whole, double low, double high) {
        var share = new Share(part, whole);
        assertThat(share.low()).isCloseTo(low, within(0.001));
        assertThat(share.high()).isCloseTo(high, within(0.001));
    }
}
