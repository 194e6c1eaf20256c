package org.tumen.alert.dashboard.triangle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.alert.expectation.Expectations;
import org.tumen.alert.index.Indexes.Given;
import org.tumen.alert.moment.Moment;

/**
 * What the view of the triangle shows.
 *
 * @param asOf when it was worked out
 * @param mondays of the weeks of the heat map
 */
record TriangleView(
        Moment asOf,
        LocalDate from,
        LocalDate to,
        List<Side> sides,
        List<LocalDate> mondays,
        List<Row> rows,
        List<Date> agenda,
        List<Expectations.Past> settled) {

    /**
     * A dyad.
     *
     * @param pair in alphabetical order, {@code DPRK-RUS}
     * @param now the index of the last day; a dash when there is no item behind the whole curve
     * @param tone {@code closer} above 0, {@code apart} below it, {@code either} near it
     * @param interval {@code 0.20 to 0.41}; why there is none otherwise
     * @param items findings behind the whole curve
     */
    record Side(
            String pair,
            String name,
            String now,
            String tone,
            String interval,
            int items,
            int articles,
            IndexChart chart,
            List<Month> months,
            List<Given> given) {}

    /**
     * A month of a dyad, newest first in a list.
     *
     * @param name {@code Nov 2026}
     * @param value the index of dated acts; a dash where no item is behind it
     * @param slow that of slow variables
     * @param interval as in {@link Side}
     */
    record Month(
            String name,
            LocalDate first,
            LocalDate last,
            String value,
            String slow,
            String tone,
            String interval,
            int items,
            int articles) {}

    /** A signal; how many findings in each week, and all. */
    record Row(String signal, List<Cell> cells, int all) {}

    /** @param heat 0 for none, to 4 for the most */
    record Cell(LocalDate monday, int findings, int heat) {}

    /** A day on which something is usual or expected. */
    record Date(LocalDate day, String words, String name, Set<String> actors, List<String> expected) {

        public String actorsInWords() {
            return actors.stream().sorted().collect(Collectors.joining(", "));
        }
    }
}
