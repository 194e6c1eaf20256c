package org.tumen.alert.silence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.page.Page;
import org.tumen.alert.problem.Problem;
import org.tumen.alert.silence.SilenceRequest.Refused;
import org.tumen.alert.silence.SilenceStore.Item;

/** Makes, lists and ends silences. Only JSON is taken: a form of another site could not be told from one of ours. */
@RestController
@RequestMapping("/api/v1/silences")
class SilenceController {

    private static final int MOST = 200;

    private final SilenceStore store;
    private final Silences silences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SilenceController(SilenceStore store, Silences silences, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.silences = silences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A silence as it stands.
     *
     * @param ends when it ends, or has ended
     * @param endedWhy null when it ended at its time or has not ended
     * @param items what it covered, newest first; null in lists
     */
    record View(
            String id,
            boolean active,
            Matchers matchers,
            Instant startsAt,
            Instant ends,
            @Nullable Integer resolvedAfterHours,
            String author,
            String comment,
            boolean deliverAfter,
            Instant createdAt,
            @Nullable String endedWhy,
            @Nullable List<Item> items) {

        private static View of(Silence silence, Instant now, @Nullable List<Item> items) {
            return new View(
                    silence.id(),
                    silence.isActive(now),
                    silence.matchers(),
                    silence.startsAt(),
                    silence.end(),
                    silence.resolvedAfterHours(),
                    silence.author(),
                    silence.comment(),
                    silence.deliverAfter(),
                    silence.createdAt(),
                    silence.endedWhy(),
                    items);
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    View make(@RequestBody String json, Change trail) {
        var now = clock.instant();
        var silence = checked(json, now);
        store.add(silence);
        trail.from(null, silence.inWords());
        return View.of(silence, now, null);
    }

    /** Newest first, those that have ended too. */
    @GetMapping
    Page<View> all(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        var now = clock.instant();
        var found = store.last(Page.text(cursor), Page.size(limit) + 1);
        return Page.of(found, limit, Silence::id, silence -> View.of(silence, now, null));
    }

    @GetMapping("/{id}")
    View one(@PathVariable String id) {
        return View.of(find(id), clock.instant(), store.items(id, MOST));
    }

    /** Ends it now; what it held is sent. One that has ended stays as it is. */
    @DeleteMapping("/{id}")
    View end(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String by,
            Change trail) {
        trail.from(find(id).inWords(), "ended");
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> silences.end(id, now, "ended by " + (by == null ? caller.name() : by)));
        return View.of(find(id), now, null);
    }

    private static Silence checked(String json, Instant now) {
        try {
            return SilenceRequest.read(json).check(now);
        } catch (Refused refused) {
            throw Problem.of(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
        }
    }

    private Silence find(String id) {
        return store.find(id).orElseThrow(() -> Problem.missing("no silence " + id));
    }
}
