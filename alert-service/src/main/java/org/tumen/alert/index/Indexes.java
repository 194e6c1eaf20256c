package org.tumen.alert.index;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.tumen.alert.baseline.SignalKinds;
import org.tumen.alert.index.Points.By;
import org.tumen.alert.index.Points.Point;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/** How close two actors stand over time, and what tells it. */
@Service
@EnableConfigurationProperties(IndexProperties.class)
public class Indexes {

    /** After so many half-lives a thirty-second part of a step is left. */
    private static final int HALF_LIVES_BEFORE = 5;

    private final IndexStore store;
    private final IndexFile settings;
    private final Points points;

    Indexes(IndexProperties properties, IndexStore store, SignalKinds kinds) {
        this.store = store;
        this.settings = IndexCheck.load(properties.weights());
        this.points = new Points(settings, kinds);
    }

    /**
     * The index on a day.
     *
     * @param acts of dated acts, in (-1, 1): above 0 the two come closer
     * @param slow of slow variables, likewise
     * @param low the lower end of a 90% interval of {@code acts}; null with fewer than three outlets
     * @param high its upper end
     * @param items findings behind it
     * @param outlets that published
     * @param articles that were assessed
     */
    public record Day(
            LocalDate day,
            double acts,
            double slow,
            @Nullable Double low,
            @Nullable Double high,
            int items,
            int outlets,
            int articles) {}

    /**
     * The index of a month: the mean of its days, in the same terms as that of a {@link Day}.
     *
     * @param first its first day
     * @param last its last day, or the last of those that were asked for
     */
    public record Month(
            LocalDate first,
            LocalDate last,
            double acts,
            double slow,
            @Nullable Double low,
            @Nullable Double high,
            int items,
            int articles) {}

    /**
     * Who gave more in a month, words left out.
     *
     * @param month as {@code 2026-09}
     * @param share of all that was given, in [0.5, 1]
     * @param items findings behind the month
     */
    public record Given(String month, ActorId giver, double share, int items) {}

    /** How many findings of a signal there were in the week that begins on a Monday, copies left out. */
    public record Week(String signal, LocalDate monday, int findings) {}

    /** An item behind a point, and where it stands; title and address are null in the oldest. */
    public record Item(
            LocalDate day,
            Dyad dyad,
            String signal,
            String polarity,
            String status,
            double score,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String url,
            String language) {}

    /** Every day from one to the other, both included. */
    public List<Day> days(Dyad pair, LocalDate from, LocalDate to) {
        return points(pair, new Period(from, to), By.DAY).stream()
                .map(point -> new Day(
                        LocalDate.parse(point.at()),
                        point.episodic().value(),
                        point.structural().value(),
                        point.episodic().low(),
                        point.episodic().high(),
                        point.items(),
                        point.outlets(),
                        point.articles()))
                .toList();
    }

    /** Every month with a day of these, oldest first; the first one is whole. */
    public List<Month> months(Dyad pair, LocalDate from, LocalDate to) {
        return points(pair, new Period(from, to), By.MONTH).stream()
                .map(point -> {
                    var month = YearMonth.parse(point.at());
                    var end = month.atEndOfMonth();
                    return new Month(
                            month.atDay(1),
                            end.isAfter(to) ? to : end,
                            point.episodic().value(),
                            point.structural().value(),
                            point.episodic().low(),
                            point.episodic().high(),
                            point.items(),
                            point.articles());
                })
                .toList();
    }

    /** The months in which anything was given, oldest first. */
    public List<Given> given(Dyad pair, LocalDate from, LocalDate to) {
        var first = from.withDayOfMonth(1);
        return points.given(store.past(pair, new Period(first, to)), first, to);
    }

    /** Of all signals between any of these pairs. */
    public List<Week> weeks(List<Dyad> pairs, LocalDate from, LocalDate to) {
        return store.weeks(pairs, new Period(from, to));
    }

    /** Newest first; of one signal when it is given. */
    public List<Item> items(List<Dyad> pairs, @Nullable String signal, LocalDate from, LocalDate to, int limit) {
        return store.items(pairs, signal, new Period(from, to), limit);
    }

    /** @param shown the days of which points are wanted; of months the first one is whole */
    List<Point> points(Dyad pair, Period shown, By by) {
        var first = by == By.DAY ? shown.first() : shown.first().withDayOfMonth(1);
        var counted = new Period(first.minusDays(daysBefore()), shown.last());
        return points.of(
                store.past(pair, counted), counted, first, by, pair.pair().hashCode());
    }

    /** Whether a telling is behind any point. */
    boolean counts(Telling telling) {
        return points.counts(telling);
    }

    private long daysBefore() {
        return HALF_LIVES_BEFORE
                * Math.max(
                        settings.episodic().halfLife().toDays(),
                        settings.structural().halfLife().toDays());
    }
}
