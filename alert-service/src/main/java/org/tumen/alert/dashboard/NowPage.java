package org.tumen.alert.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tumen.alert.dashboard.NowQuery.Choices;

/** The page at /: what is told now, and the older stories that it asks for. */
@Controller
class NowPage {

    private static final int PAGE = 30;
    private static final int SURPRISING = 6;

    /** New signals appear among the choices within so long. */
    private static final Duration CHOICES_HOLD = Duration.ofSeconds(30);

    private final Lines lines;
    private final NowQuery query;
    private final Clock clock;
    private volatile Held held;

    NowPage(Lines lines, NowQuery query, Clock clock) {
        this.lines = lines;
        this.query = query;
        this.clock = clock;
        this.held = new Held(Instant.MIN, null);
    }

    /** Choices, and when they were looked up. */
    private record Held(Instant at, @Nullable Choices choices) {}

    @GetMapping("/")
    String now(@ModelAttribute NowFilter filter, Model model) {
        // Before the stories are looked up: what comes between is told twice, and not never.
        model.addAttribute("stream", "/alerts/stream" + filter.stream(lines.last()));
        fill(model, filter, Long.MAX_VALUE);
        model.addAttribute("choices", choices());
        model.addAttribute("surprising", lines.mostSurprising(SURPRISING));
        return "now";
    }

    @GetMapping("/older")
    String older(@ModelAttribute NowFilter filter, @RequestParam long before, Model model) {
        fill(model, filter, before);
        return "line :: list";
    }

    private void fill(Model model, NowFilter filter, long before) {
        var page = lines.before(before, filter, PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("lines", page);
        model.addAttribute(
                "older",
                page.size() == PAGE ? "/older" + filter.older(page.getLast().place()) : null);
    }

    private Choices choices() {
        var now = clock.instant();
        var last = held;
        if (last.choices() != null && last.at().plus(CHOICES_HOLD).isAfter(now)) {
            return last.choices();
        }
        var choices = query.choices();
        held = new Held(now, choices);
        return choices;
    }
}
