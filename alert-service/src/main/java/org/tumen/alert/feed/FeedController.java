package org.tumen.alert.feed;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.moment.Moment;
import org.tumen.alert.page.Page;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.problem.Problem;
import org.tumen.model.feed.FeedDefinition;
import org.tumen.model.feed.FeedListing;
import org.tumen.model.feed.SourceKind;
import org.tumen.seeds.SeedFile;

/**
 * How the feeds are doing, for programs; adding, pausing and removing them. Those of the crawler's files can be paused, and
 * are changed there.
 */
@RestController
@RequestMapping(path = "/api/v1/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
class FeedController {

    private final FeedTable table;
    private final FeedChanges changes;

    FeedController(FeedTable table, FeedChanges changes) {
        this.table = table;
        this.changes = changes;
    }

    /**
     * A feed as it was added, in the form in which it is put.
     *
     * @param every as in {@code 10m}
     */
    record Definition(
            URI url,
            String name,
            String publisher,
            String family,
            String language,
            @Nullable String country,
            SourceKind kind,
            @Nullable String every,
            @Nullable FeedListing listing) {

        private static Definition of(FeedDefinition added) {
            return SeedFile.ofJson(Path.of("feed"), SeedFile.json(added), Definition.class)
                    .content();
        }
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
     * @param paused whether somebody wants it paused; the crawler says so in {@code state} once it is
     * @param wantedBy who asked last for something that holds; null when nobody did
     * @param definition what was added; null for a feed of the crawler's files
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
            @Nullable Instant lastArticleAt,
            boolean paused,
            @Nullable String wantedBy,
            @Nullable Instant wantedAt,
            @Nullable Definition definition) {

        private static View of(FeedRow row) {
            var wanted = row.wanted();
            var definition = wanted == null ? null : wanted.definition();
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
                    instant(row.last()),
                    row.isPaused(),
                    wanted == null ? null : wanted.by(),
                    wanted == null ? null : wanted.at(),
                    definition == null ? null : Definition.of(definition));
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
        return answer(HttpStatus.OK, id);
    }

    /** Adds a feed, or changes one that was added: the fields of an entry of a feed file, but for the id. */
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> put(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody String body,
            Change trail) {
        var condition = new Precondition(ifMatch, ifNoneMatch);
        return answer(changes.put(id, body, condition, caller, trail) ? HttpStatus.CREATED : HttpStatus.OK, id);
    }

    /** Takes back a feed that was added. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Change trail) {
        changes.remove(id, new Precondition(ifMatch, null), trail);
    }

    /** Has a feed not polled until it is resumed. */
    @PostMapping("/{id}/pause")
    ResponseEntity<View> pause(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Change trail) {
        changes.pause(id, true, new Precondition(ifMatch, null), caller, trail);
        return answer(HttpStatus.OK, id);
    }

    /** Has a feed polled again. */
    @PostMapping("/{id}/resume")
    ResponseEntity<View> resume(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Change trail) {
        changes.pause(id, false, new Precondition(ifMatch, null), caller, trail);
        return answer(HttpStatus.OK, id);
    }

    /** The number is read before the rest: an ETag may be of an older change than what is shown, and never of a newer one. */
    private ResponseEntity<View> answer(HttpStatus status, String id) {
        var change = changes.last(id);
        var view = table.all().stream()
                .filter(row -> row.feed().equals(id))
                .findFirst()
                .map(View::of)
                .orElseThrow(() -> Problem.missing("nothing is known of a feed " + id));
        return ResponseEntity.status(status)
                .eTag(Precondition.tag(change, view))
                .body(view);
    }
}
