package org.tumen.alert.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.baseline.SignalKinds;
import org.tumen.alert.baseline.SignalKinds.Kind;
import org.tumen.alert.index.Indexes.Given;
import org.tumen.alert.index.Levels.Reading;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Tier;

/** Makes the points of an index from what the history has. Pure: the same history gives the same points. */
final class Points {

    private final IndexFile settings;
    private final SignalKinds kinds;

    Points(IndexFile settings, SignalKinds kinds) {
        this.settings = settings;
        this.kinds = kinds;
    }

    /** What a point is of. */
    enum By {
        @JsonProperty("day")
        DAY,
        @JsonProperty("month")
        MONTH
    }

    /**
     * What the history has of a pair of actors.
     *
     * @param tellings in any order
     * @param outlets families that published, by day
     * @param articles how many were assessed, by day
     */
    record Past(List<Telling> tellings, Map<LocalDate, Set<String>> outlets, Map<LocalDate, Integer> articles) {}

    /**
     * A point of the index.
     *
     * @param at a day as {@code 2026-09-09} or a month as {@code 2026-09}; the value of a month is the mean of its days
     * @param episodic of dated acts
     * @param structural of slow variables
     * @param asymmetry who gives more; null when nothing was given
     * @param items findings behind it
     * @param outlets that published; none means that nothing could be told
     * @param articles that were assessed
     */
    record Point(
            String at,
            Reading episodic,
            Reading structural,
            @Nullable Asymmetry asymmetry,
            int items,
            int outlets,
            int articles) {}

    /**
     * Who gives more of what brings the two closer, words left out.
     *
     * @param giver who
     * @param share of all that is given, in [0.5, 1]
     */
    record Asymmetry(ActorId giver, double share) {}

    /** @param period all days that count, those of which points are wanted last */
    List<Point> of(Past past, Period period, LocalDate from, By by, long seed) {
        var voices = Voices.of(period, past.outlets(), past.tellings());
        var followed = followed(past, period);
        var episodic = levels(past, period, voices, followed, Tier.EPISODIC, seed);
        var structural = levels(past, period, voices, followed, Tier.STRUCTURAL, seed);
        var points = new ArrayList<Point>();
        for (var part : parts(from, period.last(), by)) {
            var first = period.placeOf(part.first());
            var last = period.placeOf(part.last());
            var behind = behind(past, part);
            points.add(new Point(
                    by == By.DAY
                            ? part.first().toString()
                            : YearMonth.from(part.first()).toString(),
                    episodic.reading(first, last),
                    structural.reading(first, last),
                    asymmetry(behind),
                    behind.size(),
                    voices.presentOn(first, last),
                    part.first()
                            .datesUntil(part.last().plusDays(1))
                            .mapToInt(day -> past.articles().getOrDefault(day, 0))
                            .sum()));
        }
        return points;
    }

    /** Who gives more in each month, those left out in which nothing was given; without the levels, which take the time. */
    List<Given> given(Past past, LocalDate from, LocalDate to) {
        var given = new ArrayList<Given>();
        for (var part : parts(from, to, By.MONTH)) {
            var behind = behind(past, part);
            var asymmetry = asymmetry(behind);
            if (asymmetry != null) {
                given.add(new Given(
                        YearMonth.from(part.first()).toString(), asymmetry.giver(), asymmetry.share(), behind.size()));
            }
        }
        return given;
    }

    private List<Telling> behind(Past past, Period part) {
        return past.tellings().stream()
                .filter(telling -> counts(telling)
                        && !telling.day().isBefore(part.first())
                        && !telling.day().isAfter(part.last()))
                .toList();
    }

    /** Whether a telling is behind any point: talk about events is not, nor what is held in a way that counts nothing. */
    boolean counts(Telling telling) {
        return telling.tier() != Tier.CONTEXT && telling.sign() != 0 && weight(telling) > 0;
    }

    private double weight(Telling telling) {
        return telling.score() * settings.statuses().getOrDefault(telling.status(), 0.0);
    }

    private Levels levels(Past past, Period period, Voices voices, boolean[] followed, Tier tier, long seed) {
        var ofTier = past.tellings().stream()
                .filter(telling -> telling.tier() == tier)
                .toList();
        return new Levels(
                Strand.of(ofTier, period, voices, kinds, settings),
                voices,
                followed,
                tier == Tier.EPISODIC ? settings.episodic() : settings.structural(),
                settings,
                seed);
    }

    /** By day, whether something material was told near it, before or after: deeds that follow make words count too. */
    private boolean[] followed(Past past, Period period) {
        var followed = new boolean[period.days()];
        var reach = Math.toIntExact(settings.followUp().toDays());
        past.tellings().stream().filter(this::isMaterial).forEach(telling -> {
            var place = period.placeOf(telling.day());
            for (var day = Math.max(0, place - reach); day < Math.min(followed.length, place + reach + 1); day++) {
                followed[day] = true;
            }
        });
        return followed;
    }

    private boolean isMaterial(Telling telling) {
        return kinds.of(telling.signal()) == Kind.MATERIAL && weight(telling) > 0;
    }

    private @Nullable Asymmetry asymmetry(List<Telling> behind) {
        var given = new HashMap<ActorId, Double>();
        behind.stream()
                .filter(telling -> telling.sign() > 0 && kinds.of(telling.signal()) != Kind.WORDS)
                .forEach(telling -> given.merge(
                        telling.dyad().giver(),
                        weight(telling) * settings.weights().of(kinds.of(telling.signal())),
                        Double::sum));
        var all = given.values().stream().mapToDouble(Double::doubleValue).sum();
        return given.entrySet().stream()
                .max(Map.Entry.<ActorId, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value()))
                .filter(_ -> all > 0)
                .map(most -> new Asymmetry(most.getKey(), most.getValue() / all))
                .orElse(null);
    }

    private static List<Period> parts(LocalDate from, LocalDate to, By by) {
        var parts = new ArrayList<Period>();
        for (var first = from; !first.isAfter(to); ) {
            var endOfMonth = YearMonth.from(first).atEndOfMonth();
            var last = by == By.DAY ? first : endOfMonth.isAfter(to) ? to : endOfMonth;
            parts.add(new Period(first, last));
            first = last.plusDays(1);
        }
        return parts;
    }
}
