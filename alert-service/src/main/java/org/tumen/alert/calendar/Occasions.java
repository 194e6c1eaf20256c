package org.tumen.alert.calendar;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.seeds.SeedFile;

/** Every occasion of the calendar. */
public final class Occasions {

    /** News of a day in Pyongyang is of the day before in UTC, or is told the day after. */
    private static final int REACH_DAYS = 1;

    private final List<Occasion> all;

    private Occasions(List<Occasion> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads {@code calendar.yaml}.
     *
     * @throws org.tumen.seeds.InvalidSeedException naming the place of a fault
     */
    public static Occasions load(Path path) {
        var file = SeedFile.read(path, CalendarFile.class);
        var ids = new HashSet<String>();
        var all = new ArrayList<Occasion>();
        for (var i = 0; i < file.content().days().size(); i++) {
            var entry = file.content().days().get(i);
            var at = "days[" + i + "]";
            if (!ids.add(entry.id())) {
                throw file.fault(at + ".id", entry.id() + " is there twice (expected: one day of each id)");
            }
            if (entry.actors().isEmpty()) {
                throw file.fault(at + ".actors", "none (expected: whose day it is)");
            }
            all.add(occasion(file, at, entry));
        }
        return new Occasions(all);
    }

    public Optional<Occasion> find(String id) {
        return all.stream().filter(occasion -> occasion.id().equals(id)).findFirst();
    }

    /** The occasion on or next to this day on which such a thing is usual between the two; the nearest of several. */
    public Optional<Occasion> usual(LocalDate day, SignalId signal, Dyad dyad) {
        return all.stream()
                .filter(occasion -> occasion.usual().contains(signal) && occasion.concerns(dyad))
                .filter(occasion -> distance(occasion, day) <= REACH_DAYS)
                .min((one, other) -> Long.compare(distance(one, day), distance(other, day)));
    }

    /** Every day from one to the other, both included, on or next to which such a thing is usual. */
    public Set<LocalDate> usualDays(LocalDate from, LocalDate to, SignalId signal, Dyad dyad) {
        return all.stream()
                .filter(occasion -> occasion.usual().contains(signal) && occasion.concerns(dyad))
                .flatMap(occasion -> IntStream.rangeClosed(from.getYear() - 1, to.getYear() + 1)
                        .filter(year -> year >= occasion.since())
                        .mapToObj(occasion::in))
                .flatMap(day -> IntStream.rangeClosed(-REACH_DAYS, REACH_DAYS).mapToObj(day::plusDays))
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .collect(Collectors.toSet());
    }

    /** An occasion on its day in a year. */
    public record Coming(LocalDate day, Occasion occasion) {}

    /** Those of the days from one to the other, both included, in their order. */
    public List<Coming> between(LocalDate from, LocalDate to) {
        return all.stream()
                .flatMap(occasion -> IntStream.rangeClosed(from.getYear(), to.getYear())
                        .filter(year -> year >= occasion.since())
                        .mapToObj(year -> new Coming(occasion.in(year), occasion)))
                .filter(coming -> !coming.day().isBefore(from) && !coming.day().isAfter(to))
                .sorted(Comparator.comparing(Coming::day)
                        .thenComparing(coming -> coming.occasion().id()))
                .toList();
    }

    /** In days, over the turn of the year too; very far before the first year of the occasion. */
    private static long distance(Occasion occasion, LocalDate day) {
        return Stream.of(day.getYear() - 1, day.getYear(), day.getYear() + 1)
                .filter(year -> year >= occasion.since())
                .mapToLong(year -> Math.abs(ChronoUnit.DAYS.between(occasion.in(year), day)))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Occasion occasion(SeedFile<CalendarFile> file, String at, CalendarFile.Day entry) {
        try {
            return new Occasion(
                    entry.id(),
                    entry.name(),
                    MonthDay.of(entry.month(), entry.day()),
                    entry.since() == null ? 0 : entry.since(),
                    entry.actors(),
                    entry.usual());
        } catch (DateTimeException _) {
            throw file.fault(
                    at + ".day", entry.month() + "-" + entry.day() + " (expected: a month and a day that it has)");
        }
    }
}
