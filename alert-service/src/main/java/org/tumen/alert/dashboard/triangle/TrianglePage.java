package org.tumen.alert.dashboard.triangle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tumen.alert.index.Indexes;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/** {@code /triangle}, and the items behind a point of it. */
@Controller
class TrianglePage {

    private static final int MOST_ITEMS = 200;
    private static final int DAYS = 182;

    private final TriangleReader reader;
    private final Indexes indexes;
    private final Clock clock;

    TrianglePage(TriangleReader reader, Indexes indexes, Clock clock) {
        this.reader = reader;
        this.indexes = indexes;
        this.clock = clock;
    }

    @GetMapping("/triangle")
    String triangle(Model model) {
        model.addAttribute("view", reader.view());
        model.addAttribute("height", IndexChart.HEIGHT);
        model.addAttribute("width", IndexChart.WIDTH);
        return "triangle";
    }

    /** Of all three sides when no pair is given, of all signals when none is. */
    @GetMapping("/triangle/items")
    String items(
            @RequestParam(required = false) @Nullable String pair,
            @RequestParam(required = false) @Nullable String signal,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) Optional<LocalDate> to,
            Model model) {
        var last = to.orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var first = from.orElseGet(() -> last.minusDays(DAYS - 1));
        var items = indexes.items(pairs(pair), signal, first, last, MOST_ITEMS + 1);
        model.addAttribute("items", items.stream().limit(MOST_ITEMS).toList());
        model.addAttribute("more", items.size() > MOST_ITEMS);
        model.addAttribute("pair", pair);
        model.addAttribute("signal", signal);
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        return "items";
    }

    private static List<Dyad> pairs(@Nullable String pair) {
        if (pair == null || pair.isBlank()) {
            return TriangleReader.SIDES;
        }
        var actors = pair.split("-", -1);
        try {
            return List.of(new Dyad(new ActorId(actors[0]), new ActorId(actors.length == 2 ? actors[1] : "")));
        } catch (IllegalArgumentException _) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "pair: " + pair + " (expected: two actors joined by a hyphen, as DPRK-RUS)");
        }
    }
}
