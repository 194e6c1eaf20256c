package org.tumen.alert.dashboard.triangle;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.alert.index.Indexes.Day;

/**
 * A curve of the index with its band, in the coordinates of an SVG. Pure: the same days give the same drawing.
 *
 * @param bound the value at the top; its negative is at the bottom
 * @param curve of dated acts, as an SVG path; it begins on the first day from which an article was read: a zero before it
 *     would be a finding that nobody made. Empty when there is none
 * @param slow of slow variables, likewise
 * @param bands one polygon for each stretch of days that have an interval
 * @param weeks what is pointed at and followed, week by week
 * @param ticks of months
 */
record IndexChart(double bound, String curve, String slow, List<String> bands, List<Week> weeks, List<Tick> ticks) {

    static final int WIDTH = 900;
    static final int HEIGHT = 150;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /**
     * A week.
     *
     * @param label what it is, with how much is behind it
     */
    record Week(double x, double width, LocalDate from, LocalDate to, String label) {}

    /** The first of a month. */
    record Tick(double x, String label) {}

    /** Of what is drawn; the index itself is never beyond 1. */
    private static final List<Double> BOUNDS = List.of(0.25, 0.5);

    /** The least that holds all of these curves and their bands, so that they can be compared. */
    static double bound(Stream<Day> days) {
        var most = days.flatMapToDouble(day -> DoubleStream.of(
                        day.acts(), day.slow(), day.low() == null ? 0 : day.low(), day.high() == null ? 0 : day.high()))
                .map(Math::abs)
                .max()
                .orElse(0);
        return BOUNDS.stream().filter(bound -> bound >= most).findFirst().orElse(1.0);
    }

    /** @param days in a row, at least one */
    static IndexChart of(List<Day> days, double bound) {
        return new IndexChart(
                bound,
                path(days, Day::acts, bound),
                path(days, Day::slow, bound),
                bands(days, bound),
                weeks(days),
                ticks(days));
    }

    private static double y(double value, double bound) {
        return (1 - value / bound) / 2 * HEIGHT;
    }

    private static double x(int place, int days) {
        return days == 1 ? 0 : (double) place / (days - 1) * WIDTH;
    }

    private static String path(List<Day> days, ToDoubleFunction<Day> value, double bound) {
        var points = IntStream.range(firstRead(days), days.size())
                .mapToObj(place -> point(x(place, days.size()), value.applyAsDouble(days.get(place)), bound))
                .toList();
        return switch (points.size()) {
            case 0 -> "";
            // A line of no length, whose round ends are a dot.
            case 1 -> "M" + points.getFirst() + "L" + points.getFirst();
            default -> "M" + String.join("L", points);
        };
    }

    private static int firstRead(List<Day> days) {
        return (int) days.stream().takeWhile(day -> day.articles() == 0).count();
    }

    private static List<String> bands(List<Day> days, double bound) {
        var bands = new ArrayList<String>();
        var upper = new ArrayList<String>();
        var lower = new ArrayList<String>();
        for (var i = 0; i <= days.size(); i++) {
            var day = i < days.size() ? days.get(i) : null;
            var low = day == null ? null : day.low();
            var high = day == null ? null : day.high();
            if (low != null && high != null) {
                upper.add(point(x(i, days.size()), high, bound));
                lower.addFirst(point(x(i, days.size()), low, bound));
            } else if (!upper.isEmpty()) {
                bands.add(String.join(" ", upper) + " " + String.join(" ", lower));
                upper.clear();
                lower.clear();
            }
        }
        return bands;
    }

    private static List<Week> weeks(List<Day> days) {
        var byWeek = new TreeMap<LocalDate, List<Integer>>();
        for (var i = 0; i < days.size(); i++) {
            var monday = days.get(i).day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            byWeek.computeIfAbsent(monday, _ -> new ArrayList<>()).add(i);
        }
        return byWeek.values().stream()
                .map(places -> week(days, places.getFirst(), places.getLast()))
                .toList();
    }

    private static Week week(List<Day> all, int first, int last) {
        var days = all.subList(first, last + 1);
        var half = all.size() == 1 ? 0 : WIDTH / 2.0 / (all.size() - 1);
        var from = days.getFirst().day();
        var to = days.getLast().day();
        var label = DAY.format(from) + " to " + DAY.format(to) + ": "
                + signed(days.stream().mapToDouble(Day::acts).average().orElse(0)) + " on average, "
                + days.stream().mapToInt(Day::items).sum() + " items in "
                + days.stream().mapToInt(Day::articles).sum() + " articles";
        return new Week(
                Math.max(0, x(first, all.size()) - half),
                x(last, all.size()) - x(first, all.size()) + 2 * half,
                from,
                to,
                label);
    }

    private static List<Tick> ticks(List<Day> days) {
        var ticks = new ArrayList<Tick>();
        for (var i = 0; i < days.size(); i++) {
            if (days.get(i).day().getDayOfMonth() == 1) {
                ticks.add(new Tick(x(i, days.size()), MONTH.format(days.get(i).day())));
            }
        }
        return ticks;
    }

    /** {@code +0.32}, {@code −0.07}. */
    static String signed(double value) {
        var rounded = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return (rounded.equals("0.00") ? "" : value < 0 ? "−" : "+") + rounded;
    }

    private static String point(double x, double value, double bound) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y(value, bound));
    }
}
