package org.tumen.alert.dashboard.triangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.dashboard.triangle.TriangleView.Cell;
import org.tumen.alert.index.Indexes.Day;
import org.tumen.alert.index.Indexes.Week;

class IndexChartTest {

    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);

    @Test
    void drawsOneAtTheTopAndMinusOneAtTheBottom() {
        var chart = IndexChart.of(List.of(day(0, 1, null, null), day(1, 0, null, null), day(2, -1, null, null)), 1);
        assertThat(chart.curve()).isEqualTo("M0.0,0.0L450.0,75.0L900.0,150.0");
    }

    @Test
    void showsAsMuchOfTheScaleAsAllCurvesAndBandsUse() {
        assertThat(IndexChart.bound(Stream.of(day(0, 0.2, null, null), day(1, -0.1, -0.24, 0.1))))
                .isEqualTo(0.25);
        assertThat(IndexChart.bound(Stream.of(day(0, 0.2, -0.3, 0.4)))).isEqualTo(0.5);
        assertThat(IndexChart.bound(Stream.of(day(0, 0.2, -0.51, 0.4)))).isEqualTo(1);
        var chart = IndexChart.of(List.of(day(0, 0.25, null, null), day(1, -0.25, null, null)), 0.25);
        assertThat(chart.curve()).isEqualTo("M0.0,0.0L900.0,150.0");
    }

    @Test
    void drawsNoLineBeforeTheFirstArticle() {
        var unread = IntStream.range(0, 2).mapToObj(IndexChartTest::unread).toList();
        assertThat(IndexChart.of(unread, 1).curve()).isEmpty();
        assertThat(IndexChart.of(
                                Stream.concat(unread.stream(), Stream.of(day(2, 1, null, null)))
                                        .toList(),
                                1)
                        .curve())
                .as("a dot")
                .isEqualTo("M900.0,0.0L900.0,0.0");
        var since = Stream.concat(unread.stream(), Stream.of(day(2, 1, null, null), unread(3), unread(4)));
        assertThat(IndexChart.of(since.toList(), 1).curve()).isEqualTo("M450.0,0.0L675.0,75.0L900.0,75.0");
    }

    @Test
    void showsNoMonthsBeforeTheFirstArticleAndFourWeeksAtLeast() {
        var unread = IntStream.range(0, 182).mapToObj(IndexChartTest::unread).toList();
        assertThat(TriangleReader.shown(unread)).hasSize(28).last().isEqualTo(unread.getLast());
        assertThat(TriangleReader.shown(readFrom(unread, 0))).hasSize(182);
        assertThat(TriangleReader.shown(readFrom(unread, 100))).hasSize(82);
        assertThat(TriangleReader.shown(readFrom(unread, 180))).hasSize(28);
        assertThat(TriangleReader.shown(unread.subList(0, 7))).hasSize(7);
    }

    private static List<Day> readFrom(List<Day> unread, int place) {
        return Stream.concat(
                        unread.stream().limit(place),
                        IntStream.range(place, unread.size()).mapToObj(later -> day(later, 0.1, null, null)))
                .toList();
    }

    @Test
    void breaksTheBandWhereThereIsNoInterval() {
        var chart = IndexChart.of(
                List.of(day(0, 0, -0.2, 0.2), day(1, 0, -0.2, 0.2), day(2, 0, null, null), day(3, 0, -1.0, 1.0)), 1);
        assertThat(chart.bands()).containsExactly("0.0,60.0 300.0,60.0 300.0,90.0 0.0,90.0", "900.0,0.0 900.0,150.0");
    }

    @Test
    void saysOfEachWeekHowMuchIsBehindIt() {
        var chart = IndexChart.of(
                IntStream.range(0, 9)
                        .mapToObj(place -> day(place, 0.5, null, null))
                        .toList(),
                0.5);
        assertThat(chart.weeks())
                .extracting(IndexChart.Week::label)
                .containsExactly(
                        "2 Nov to 8 Nov: +0.50 on average, 14 items in 70 articles",
                        "9 Nov to 10 Nov: +0.50 on average, 4 items in 20 articles");
        assertThat(chart.weeks().getLast().from()).isEqualTo(FIRST.plusDays(7));
    }

    @ParameterizedTest
    @CsvSource({"0.324, +0.32", "-0.07, −0.07", "-0.001, 0.00", "0, 0.00"})
    void writesValuesWithTheirSign(double value, String words) {
        assertThat(IndexChart.signed(value)).isEqualTo(words);
    }

    @Test
    void heatsByTheRootSoThatOneOfSomethingRareIsSeen() {
        var weeks = List.of(
                new Week("common", FIRST, 100), new Week("common", FIRST.plusDays(7), 25), new Week("rare", FIRST, 1));
        var rows = TriangleReader.rows(weeks, List.of(FIRST, FIRST.plusDays(7)));
        assertThat(rows).extracting(TriangleView.Row::signal).containsExactly("common", "rare");
        assertThat(rows.getFirst().cells()).extracting(Cell::heat).containsExactly(4, 2);
        assertThat(rows.getLast().cells()).extracting(Cell::heat).containsExactly(1, 0);
    }

    private static Day unread(int place) {
        return new Day(FIRST.plusDays(place), 0, 0, null, null, 0, 0, 0);
    }

    private static Day day(int place, double value, @Nullable Double low, @Nullable Double high) {
        return new Day(FIRST.plusDays(place), value, 0, low, high, 2, 3, 10);
    }
}
