package org.tumen.alert.dashboard.triangle;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tumen.alert.calendar.Occasions;
import org.tumen.alert.dashboard.triangle.TriangleView.Cell;
import org.tumen.alert.dashboard.triangle.TriangleView.Date;
import org.tumen.alert.dashboard.triangle.TriangleView.Month;
import org.tumen.alert.dashboard.triangle.TriangleView.Row;
import org.tumen.alert.dashboard.triangle.TriangleView.Side;
import org.tumen.alert.expectation.Expectations;
import org.tumen.alert.expectation.Expectations.Coming;
import org.tumen.alert.index.Indexes;
import org.tumen.alert.index.Indexes.Day;
import org.tumen.alert.index.Indexes.Week;
import org.tumen.alert.moment.Moment;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/** Works the view out, at most twice a minute and in the background: the intervals are two hundred curves each. */
@Service
class TriangleReader {

    static final List<Dyad> SIDES = List.of(side("DPRK", "PRC"), side("DPRK", "RUS"), side("PRC", "RUS"));

    private static final Duration HOLD = Duration.ofSeconds(30);

    /** So old a view is shown to nobody: the first who comes after a quiet night waits. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private static final int DAYS = 182;
    private static final int FEWEST_DAYS = 28;
    private static final int DAYS_AHEAD = 45;
    private static final int MOST_SIGNALS = 18;
    private static final int SETTLED = 6;

    /** What is nearer to nothing has no direction. */
    private static final double OPEN = 0.02;

    /** In place of a value, where a zero would be a finding that nobody made. */
    private static final String NOTHING = "–";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final Indexes indexes;
    private final Occasions occasions;
    private final Expectations expectations;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("triangle").factory());
    private @Nullable CompletableFuture<TriangleView> renewing;
    private volatile @Nullable TriangleView held;

    TriangleReader(Indexes indexes, Occasions occasions, Expectations expectations, Clock clock) {
        this.indexes = indexes;
        this.occasions = occasions;
        this.expectations = expectations;
        this.clock = clock;
    }

    /** Whoever comes when it is old gets the old one, and has it worked out anew; nobody waits but for the very first. */
    TriangleView view() {
        var last = held;
        var age = last == null ? STALE : Duration.between(last.asOf().at(), clock.instant());
        if (last != null && age.compareTo(HOLD) < 0) {
            return last;
        }
        var next = renewed();
        return last == null || age.compareTo(STALE) >= 0 ? next.join() : last;
    }

    /** The one that is being worked out, by a thread of the system: on a virtual one nothing else would run meanwhile. */
    private synchronized CompletableFuture<TriangleView> renewed() {
        var now = renewing;
        if (now == null || now.isDone()) {
            now = CompletableFuture.supplyAsync(
                    () -> {
                        var view = view(clock.instant());
                        held = view;
                        return view;
                    },
                    worker);
            renewing = now;
        }
        return now;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private TriangleView view(Instant now) {
        var to = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var all = SIDES.stream()
                .map(pair -> indexes.days(pair, to.minusDays(DAYS - 1), to))
                .toList();
        var days = all.stream().map(TriangleReader::shown).toList();
        var from = days.getFirst().getFirst().day();
        var weeks = indexes.weeks(SIDES, from, to);
        var mondays = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(to.plusDays(1), Period.ofWeeks(1))
                .toList();
        return new TriangleView(
                Moment.of(now, now),
                from,
                to,
                sides(days, from, to),
                mondays,
                rows(weeks, mondays),
                agenda(to),
                expectations.settled(SETTLED));
    }

    /** From the first day on which an article was read: a desk that began last week sees its weeks, and no half year of nothing. */
    static List<Day> shown(List<Day> days) {
        var unread = (int) days.stream().takeWhile(day -> day.articles() == 0).count();
        return days.subList(Math.clamp(days.size() - FEWEST_DAYS, 0, unread), days.size());
    }

    private List<Side> sides(List<List<Day>> days, LocalDate from, LocalDate to) {
        var bound = IndexChart.bound(days.stream().flatMap(List::stream));
        return IntStream.range(0, SIDES.size())
                .mapToObj(place -> side(SIDES.get(place), days.get(place), bound, from, to))
                .toList();
    }

    private Side side(Dyad pair, List<Day> days, double bound, LocalDate from, LocalDate to) {
        Day last = days.getLast();
        var items = days.stream().mapToInt(Day::items).sum();
        return new Side(
                pair.pair(),
                name(pair.giver()) + " – " + name(pair.receiver()),
                items == 0 ? NOTHING : IndexChart.signed(last.acts()),
                tone(last.acts()),
                items == 0 ? "nothing told of the two" : interval(last.low(), last.high()),
                items,
                days.stream().mapToInt(Day::articles).sum(),
                IndexChart.of(days, bound),
                months(indexes.months(pair, from, to)),
                indexes.given(pair, from, to));
    }

    /** Newest first. */
    static List<Month> months(List<Indexes.Month> months) {
        return months.reversed().stream()
                .map(month -> new Month(
                        MONTH.format(month.first()),
                        month.first(),
                        month.last(),
                        month.items() == 0 ? NOTHING : IndexChart.signed(month.acts()),
                        month.items() == 0 ? NOTHING : IndexChart.signed(month.slow()),
                        tone(month.acts()),
                        month.items() == 0 ? "nothing told of the two" : interval(month.low(), month.high()),
                        month.items(),
                        month.articles()))
                .toList();
    }

    private static String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null
                ? "no interval with fewer than three outlets"
                : "90%: " + IndexChart.signed(low) + " to " + IndexChart.signed(high);
    }

    private static String tone(double value) {
        if (Math.abs(value) < OPEN) {
            return "either";
        }
        return value > 0 ? "closer" : "apart";
    }

    static List<Row> rows(List<Week> weeks, List<LocalDate> mondays) {
        var most = weeks.stream().mapToInt(Week::findings).max().orElse(1);
        var bySignal = weeks.stream().collect(Collectors.groupingBy(Week::signal, TreeMap::new, Collectors.toList()));
        return bySignal.entrySet().stream()
                .map(signal -> row(signal.getKey(), signal.getValue(), mondays, most))
                .sorted(Comparator.comparingInt(Row::all).reversed().thenComparing(Row::signal))
                .limit(MOST_SIGNALS)
                .toList();
    }

    private static Row row(String signal, List<Week> weeks, List<LocalDate> mondays, int most) {
        Map<LocalDate, Integer> byMonday =
                weeks.stream().collect(Collectors.toMap(Week::monday, Week::findings, Integer::sum));
        var cells = mondays.stream()
                .map(monday -> {
                    var findings = byMonday.getOrDefault(monday, 0);
                    // By the root: one of something rare is seen beside many of something common.
                    var heat = findings == 0 ? 0 : (int) Math.ceil(4 * Math.sqrt((double) findings / most));
                    return new Cell(monday, findings, Math.min(4, heat));
                })
                .toList();
        return new Row(signal, cells, weeks.stream().mapToInt(Week::findings).sum());
    }

    private List<Date> agenda(LocalDate today) {
        var until = today.plusDays(DAYS_AHEAD);
        var expected = expectations.between(today, until).stream().collect(Collectors.groupingBy(Coming::day));
        var dates = new ArrayList<Date>();
        for (var coming : occasions.between(today, until)) {
            dates.add(new Date(
                    coming.day(),
                    DATE.format(coming.day()),
                    coming.occasion().name(),
                    coming.occasion().actors().stream().map(ActorId::value).collect(Collectors.toSet()),
                    expected.getOrDefault(coming.day(), List.of()).stream()
                            .map(one -> one.what() + ", by "
                                    + Moment.of(one.deadline(), clock.instant()).full())
                            .toList()));
        }
        return dates;
    }

    static String name(ActorId actor) {
        return switch (actor.value()) {
            case "PRC" -> "China";
            case "RUS" -> "Russia";
            case "DPRK" -> "North Korea";
            default -> actor.value();
        };
    }

    private static Dyad side(String one, String other) {
        return new Dyad(new ActorId(one), new ActorId(other));
    }
}
