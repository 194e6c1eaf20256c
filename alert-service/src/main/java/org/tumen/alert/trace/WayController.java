package org.tumen.alert.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.problem.Problem;
import org.tumen.alert.trace.TraceQuery.Known;

/** The whole way of an article, for programs. */
@RestController
class WayController {

    /** No address of an article is longer. */
    private static final int LONGEST = 4_000;

    private final Trace trace;

    WayController(Trace trace) {
        this.trace = trace;
    }

    /**
     * A step on the way.
     *
     * @param at null where the time is not known
     * @param outcome whether it went on from here: {@code yes}, {@code no} or {@code unknown}
     * @param words what happened, or why not
     */
    record Stretch(String name, @Nullable Instant at, String outcome, String words, List<String> details) {

        private static Stretch of(Step step) {
            var at = step.at();
            return new Stretch(
                    step.name(), at == null ? null : at.at(), step.outcome().word(), step.words(), step.details());
        }
    }

    /**
     * The way.
     *
     * @param article null for one of which nothing is known here; then the steps say where it may have been dropped
     * @param end where it ended, in words
     */
    record Whole(@Nullable String article, @Nullable String title, List<Stretch> steps, String end) {}

    /**
     * @param url the address of its page, or its id
     */
    @GetMapping(path = "/api/v1/articles/way", produces = MediaType.APPLICATION_JSON_VALUE)
    Whole way(@RequestParam Optional<String> url) {
        var asked = url.map(String::strip)
                .filter(address -> !address.isEmpty() && address.length() <= LONGEST)
                .orElseThrow(() -> Problem.field("url", url.orElse(null), "the address of an article, or its id"));
        var way = trace.of(asked);
        return new Whole(
                way.known().map(known -> known.id().value()).orElse(null),
                way.known().map(Known::title).orElse(null),
                way.steps().stream().map(Stretch::of).toList(),
                way.end());
    }
}
