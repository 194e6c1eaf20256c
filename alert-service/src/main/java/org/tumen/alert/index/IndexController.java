package org.tumen.alert.index;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.index.Points.By;
import org.tumen.alert.index.Points.Point;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/** The index of two actors, and the items behind it. */
@RestController
@RequestMapping("/api/v1/index")
class IndexController {

    private static final int MOST_DAYS = 1_100;
    private static final int MOST_ITEMS = 500;

    private static final int DAYS_SHOWN = 90;

    private final IndexStore store;
    private final Indexes indexes;
    private final Clock clock;

    IndexController(IndexStore store, Indexes indexes, Clock clock) {
        this.store = store;
        this.indexes = indexes;
        this.clock = clock;
    }

    /**
     * An index.
     *
     * @param dyad the pair in alphabetical order
     */
    record Index(String dyad, By by, List<Point> points) {}

    /** The items behind points, newest first; {@code more} when there are more than are listed. */
    record Items(String dyad, List<Telling> items, boolean more) {}

    @GetMapping
    Index index(
            @RequestParam String dyad,
            @RequestParam(defaultValue = "day") String by,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to) {
        var pair = pair(dyad);
        var unit = by(by);
        return new Index(pair.pair(), unit, indexes.points(pair, period(from, to), unit));
    }

    @GetMapping("/items")
    Items items(
            @RequestParam String dyad,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to) {
        var pair = pair(dyad);
        var behind = store.tellings(pair, period(from, to)).stream()
                .filter(indexes::counts)
                .toList();
        return new Items(pair.pair(), behind.stream().limit(MOST_ITEMS).toList(), behind.size() > MOST_ITEMS);
    }

    private Period period(Optional<LocalDate> from, Optional<LocalDate> to) {
        var last = to.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var period = new Period(from.orElseGet(() -> last.minusDays(DAYS_SHOWN - 1)), last);
        if (period.first().isAfter(last) || period.first().isBefore(last.minusDays(MOST_DAYS - 1))) {
            throw refused("from: " + period.first() + ", to: " + last + " (expected: 1 to " + MOST_DAYS + " days)");
        }
        return period;
    }

    private static Dyad pair(String dyad) {
        var actors = dyad.split("-", -1);
        if (actors.length != 2) {
            throw refused("dyad: " + dyad + " (expected: two actors joined by a hyphen, as DPRK-RUS)");
        }
        try {
            return new Dyad(new ActorId(actors[0]), new ActorId(actors[1]));
        } catch (IllegalArgumentException e) {
            throw refused("dyad: " + e.getMessage());
        }
    }

    private static By by(String by) {
        return switch (by) {
            case "day" -> By.DAY;
            case "month" -> By.MONTH;
            default -> throw refused("by: " + by + " (expected: day or month)");
        };
    }

    private static ErrorResponseException refused(@Nullable String problem) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, problem), null);
    }
}
