package org.tumen.alert.dashboard.triangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tumen.alert.dashboard.triangle.TriangleView.Month;
import org.tumen.alert.index.Indexes;

class TriangleReaderTest {

    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");
    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");

    @Test
    void showsTheMonthsNewestFirstWithTheirIntervals() {
        var months = TriangleReader.months(List.of(
                new Indexes.Month(OCTOBER, OCTOBER.plusDays(30), -0.12, 0.01, null, null, 3, 400),
                new Indexes.Month(NOVEMBER, NOVEMBER.plusDays(11), 0.21, 0, 0.1, 0.3, 12, 500)));
        assertThat(months)
                .containsExactly(
                        new Month(
                                "Nov 2026",
                                NOVEMBER,
                                NOVEMBER.plusDays(11),
                                "+0.21",
                                IndexChart.signed(0),
                                "closer",
                                "90%: +0.10 to +0.30",
                                12,
                                500),
                        new Month(
                                "Oct 2026",
                                OCTOBER,
                                OCTOBER.plusDays(30),
                                IndexChart.signed(-0.12),
                                "+0.01",
                                "apart",
                                "no interval with fewer than three outlets",
                                3,
                                400));
    }

    @Test
    void makesNoValueOfAMonthInWhichNothingWasTold() {
        var months = TriangleReader.months(
                List.of(new Indexes.Month(NOVEMBER, NOVEMBER.plusDays(29), 0, 0, 0.0, 0.0, 0, 500)));
        assertThat(months).singleElement().satisfies(month -> {
            assertThat(month.value()).isEqualTo("–");
            assertThat(month.slow()).isEqualTo("–");
            assertThat(month.interval()).isEqualTo("nothing told of the two");
        });
    }
}
