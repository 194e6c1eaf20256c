package org.tumen.alert.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    @ParameterizedTest
    @CsvSource({"1, PT0S", "5, PT0S", "6, PT1S", "7, PT2S", "10, PT16S", "15, PT8M32S", "16, PT15M", "1000, PT15M"})
    void waitsTwiceAsLongAfterEachFailureOfAName(int failures, Duration wait) {
        assertThat(Patience.OF_A_NAME.after(failures)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"20, PT0S", "21, PT1S", "33, PT1H", "100000, PT1H"})
    void isMorePatientWithAnAddressThatADeskMayShare(int failures, Duration wait) {
        assertThat(Patience.OF_AN_ADDRESS.after(failures)).isEqualTo(wait);
    }
}
