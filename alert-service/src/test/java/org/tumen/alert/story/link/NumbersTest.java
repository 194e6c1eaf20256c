package org.tumen.alert.story.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20,000 tonnes | 20000",
                "20 thousand tonnes | 20000",
                "twenty thousand tonnes | 20000",
                "20 000 тонн | 20000",
                "двадцать тысяч тонн | 20000",
                "пять тысяч тонн | 5000",
                "2만 톤 | 20000",
                "5천 톤 | 5000",
                "1만2천 톤 | 12000",
                "1천500명 | 1500",
                "SEOUL, Feb. 11 (Yonhap) -- nobody | ",
                "МОСКВА, 5 марта. 3月21日 8월 | ",
                "两万吨 | 20000",
                "2万吨 | 20000",
                "一万二千名 | 12000",
                "1.5 million barrels | 1500000",
                "1,5 млн баррелей | 1500000",
                "five hundred and twenty | 520",
                "in 2024 or 1961 | ",
                "one of two | ",
                "ten tents | 10",
            })
    void readsAnAmountHoweverItIsWritten(String text, String expected) {
        assertThat(String.join(" ", Numbers.in(text))).isEqualTo(expected == null ? "" : expected);
    }
}
