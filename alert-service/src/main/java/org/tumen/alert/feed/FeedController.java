package org.tumen.alert.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.page.Page;
import org.tumen.alert.problem.Problem;

/** How the feeds are doing, for programs. Which there are is said in YAML. */
@RestController
@RequestMapping(path = "/api/v1/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
class FeedController {

    private final FeedTable table;

    FeedController(FeedTable table) {
        this.table = table;
    }

    /**
     * A feed.
     *
     * @param state {@code unknown} where the crawler has not said yet
     * @param trouble the last one, whether it is over or not
     * @param days how many articles appeared on each of the last fourteen days, the oldest first
     * @param rhythm in words
     * @param delay from the appearance of an article to its discovery, the half of them sooner, in words
     * @param lastArticleAt null when none appeared in these days
     */
    record View(
            String id,
            String state,
            @Nullable Instant since,
            String why,
            @Nullable String trouble,
            @Nullable Instant troubleAt,
            List<Integer> days,
            int articles,
            String rhythm,
            String delay,
            @Nullable Instant lastArticleAt) {

        private static View of(FeedRow row) {
            return new View(
                    row.feed(),
                    row.state(),
                    instant(row.since()),
                    row.why(),
                    row.trouble(),
                    instant(row.troubleAt()),
                    row.days(),
                    row.articles(),
                    row.rhythm(),
                    row.delay(),
                    instant(row.last()));
        }

        private static @Nullable Instant instant(@Nullable Moment moment) {
            return moment == null ? null : moment.at();
        }
    }

    /** By id. */
    @GetMapping
    Page<View> feeds(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        var after = Page.text(cursor);
        var found = table.all().stream()
                .sorted(Comparator.comparing(FeedRow::feed))
                .filter(row -> row.feed().compareTo(after) > 0)
                .limit(Page.size(limit) + 1L)
                .toList();
        return Page.of(found, limit, FeedRow::feed, View::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> feed(@PathVariable String id) {
        return table.all().stream()
                .filter(row -> row.feed().equals(id))
                .findFirst()
                .map(View::of)
                .map(Page::tagged)
                .orElseThrow(() -> Problem.missing("nothing is known of a feed " + id));
    }
}
