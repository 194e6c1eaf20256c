package org.tumen.alert.subscription;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.Change;
import org.tumen.alert.page.Page;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.subscription.SubscriptionFile.Entry;
import org.tumen.alert.subscription.SubscriptionStore.Keeper;
import org.tumen.alert.subscription.SubscriptionStore.Outcome;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.seeds.InvalidSeedException;
import org.tumen.seeds.SeedFile;

/**
 * Subscriptions by REST, in the form that the files have. Those of the files can be read, and changed there only. A secret
 * never comes back; who puts a subscription again without it leaves it as it is.
 */
@RestController
@RequestMapping(path = "/api/v1/subscriptions", produces = MediaType.APPLICATION_JSON_VALUE)
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final SubscriptionStore store;
    private final StoredSubscriptions stored;

    SubscriptionController(Subscriptions subscriptions, SubscriptionStore store, StoredSubscriptions stored) {
        this.subscriptions = subscriptions;
        this.store = store;
        this.stored = stored;
    }

    /**
     * Subscriptions in force, by their ids.
     *
     * @param next the {@code cursor} of the page that follows; null at the end
     * @param faults of the files, each with file, line, field and what is allowed
     */
    record Listing(List<Listed> items, @Nullable String next, List<String> faults) {}

    /**
     * One of them.
     *
     * @param file in which it stands and is to be changed; null when it was made by REST
     */
    record Listed(Entry subscription, @Nullable String file) {}

    @GetMapping
    String list(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        var after = Page.text(cursor);
        var found = subscriptions.allKept().stream()
                .filter(kept -> idOf(kept).compareTo(after) > 0)
                .sorted(Comparator.comparing(SubscriptionController::idOf))
                .limit(Page.size(limit) + 1L)
                .toList();
        var page = Page.of(
                found,
                limit,
                SubscriptionController::idOf,
                kept -> new Listed(kept.entry().withoutSecrets(), nameOfFile(kept)));
        return SeedFile.json(new Listing(page.items(), page.next(), subscriptions.faults()));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> get(@PathVariable String id) {
        stored.refresh();
        var kept = subscriptions.kept(idOf(id)).orElseThrow(() -> missing(id));
        var answer = ResponseEntity.ok();
        if (kept.file() == null) {
            store.find(idOf(id)).ifPresent(one -> answer.eTag(Precondition.tag(one.change())));
        }
        return answer.body(SeedFile.json(kept.entry().withoutSecrets()));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> put(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            @RequestBody String body,
            Change trail) {
        refuseWhatIsOfAFile(id);
        var kept = checked(id, body);
        var entry = kept.entry();
        var before = withoutSecrets(id);
        var outcome = store.put(kept, new Precondition(ifMatch, ifNoneMatch), keeper(caller));
        stored.refresh();
        trail.from(before, SeedFile.json(entry.withoutSecrets()));
        return switch (outcome) {
            case Outcome.Created(var change) -> written(CREATED, entry, change);
            case Outcome.Updated(var change) -> written(OK, entry, change);
            case Outcome.Other(var change) -> throw changedMeanwhile(id, change);
            case Outcome.OfAnother _ -> throw ofAnother(id);
            case Outcome.Missing _, Outcome.Deleted _ -> throw missing(id);
        };
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Change trail) {
        refuseWhatIsOfAFile(id);
        var before = withoutSecrets(id);
        var outcome = store.delete(idOf(id), new Precondition(ifMatch, null), keeper(caller));
        stored.refresh();
        trail.from(before, null);
        return switch (outcome) {
            case Outcome.Deleted _ -> ResponseEntity.noContent().build();
            case Outcome.Other(var change) -> throw changedMeanwhile(id, change);
            case Outcome.OfAnother _ -> throw ofAnother(id);
            case Outcome.Missing _, Outcome.Created _, Outcome.Updated _ -> throw missing(id);
        };
    }

    private Kept checked(String id, String body) {
        try {
            var entry = SeedFile.ofJson(StoredSubscriptions.BODY, body, Entry.class);
            if (!entry.content().id().value().equals(id)) {
                throw entry.fault("id", entry.content().id() + " (expected: " + id + ", as in the address)");
            }
            var before = store.find(idOf(id)).map(one -> StoredSubscriptions.check(String.valueOf(one.entry())));
            var complete = before.map(kept -> entry.content().withSecretsOf(kept.entry()))
                    .orElse(entry.content());
            return StoredSubscriptions.check(SeedFile.json(complete));
        } catch (InvalidSeedException e) {
            throw SubscriptionProblem.of(e);
        }
    }

    private @Nullable String withoutSecrets(String id) {
        return store.find(idOf(id))
                .map(one -> SeedFile.ofJson(StoredSubscriptions.BODY, String.valueOf(one.entry()), Entry.class))
                .map(entry -> SeedFile.json(entry.content().withoutSecrets()))
                .orElse(null);
    }

    /** An analyst keeps what the same analyst made. */
    private static Keeper keeper(Caller caller) {
        return new Keeper(caller.name(), caller.mayActAs(Role.OPERATOR));
    }

    private void refuseWhatIsOfAFile(String id) {
        subscriptions.kept(idOf(id)).map(SubscriptionController::nameOfFile).ifPresent(file -> {
            throw SubscriptionProblem.of(
                    CONFLICT, id + " stands in the file " + file + " (expected: the change to be made there)");
        });
    }

    private static ResponseEntity<String> written(HttpStatus status, Entry entry, long change) {
        return ResponseEntity.status(status).eTag(Precondition.tag(change)).body(SeedFile.json(entry.withoutSecrets()));
    }

    private static @Nullable String nameOfFile(Kept kept) {
        return kept.file() == null ? null : String.valueOf(kept.file().getFileName());
    }

    private static String idOf(Kept kept) {
        return kept.subscription().id().value();
    }

    private static SubscriptionId idOf(String id) {
        try {
            return new SubscriptionId(id);
        } catch (IllegalArgumentException _) {
            throw missing(id);
        }
    }

    private static SubscriptionProblem missing(String id) {
        return SubscriptionProblem.of(NOT_FOUND, "there is no subscription " + id);
    }

    private static SubscriptionProblem ofAnother(String id) {
        return SubscriptionProblem.of(FORBIDDEN, id + " belongs to somebody else (expected: an operator)");
    }

    private static SubscriptionProblem changedMeanwhile(String id, Optional<Long> change) {
        return SubscriptionProblem.of(
                PRECONDITION_FAILED,
                change.map(now -> id + " is " + Precondition.tag(now) + " now")
                        .orElse("there is no subscription " + id));
    }
}
