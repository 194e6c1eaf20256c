package org.tumen.alert.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Who published on which day of a period: outlets' families, and agencies whose word they pass on. */
final class Voices {

    private final Map<String, Integer> places = new HashMap<>();

    /** By place of the day, the places of those who published on it. */
    private final List<int[]> byDay;

    private Voices(List<int[]> byDay) {
        this.byDay = byDay;
    }

    /** Outlets that published, and voices that were heard; all of them in one order, whatever order they come in. */
    static Voices of(Period period, Map<LocalDate, Set<String>> outlets, Collection<Telling> tellings) {
        var names = new ArrayList<TreeSet<String>>();
        for (var place = 0; place < period.days(); place++) {
            names.add(new TreeSet<>(outlets.getOrDefault(period.dayAt(place), Set.of())));
        }
        tellings.forEach(telling -> names.get(period.placeOf(telling.day())).add(telling.voice()));
        var byDay = new ArrayList<int[]>();
        var voices = new Voices(byDay);
        names.stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .forEach(name -> voices.places.put(name, voices.places.size()));
        names.forEach(day -> byDay.add(day.stream().mapToInt(voices.places::get).toArray()));
        return voices;
    }

    int count() {
        return places.size();
    }

    int placeOf(String voice) {
        return Objects.requireNonNull(places.get(voice), voice);
    }

    /** How many published on a day, each counted by its weight. */
    double present(int day, double[] weights) {
        return IntStream.of(byDay.get(day)).mapToDouble(voice -> weights[voice]).sum();
    }

    /** How many published on any of these days. */
    int presentOn(int firstDay, int lastDay) {
        return Math.toIntExact(IntStream.rangeClosed(firstDay, lastDay)
                .flatMap(day -> IntStream.of(byDay.get(day)))
                .distinct()
                .count());
    }
}
