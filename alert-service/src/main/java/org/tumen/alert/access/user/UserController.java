package org.tumen.alert.access.user;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.Change;
import org.tumen.alert.access.secret.Secret;
import org.tumen.alert.access.user.Users.Outcome;
import org.tumen.alert.access.user.Users.User;
import org.tumen.alert.page.Page;
import org.tumen.alert.page.Precondition;
import org.tumen.alert.problem.Problem;

/** Persons, for administrators. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UserController {

    /** No @ in it: that marks the names of those whom a provider of identities vouches for. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    /**
     * A person.
     *
     * @param awaited whether the password was given by an administrator and is still to be changed
     * @param vouchedFor whether a provider of identities knows the person, and gives the role at each login
     */
    record View(
            String name,
            String role,
            boolean disabled,
            boolean awaited,
            boolean vouchedFor,
            Instant createdAt,
            @Nullable Instant lastLoginAt) {

        private static View of(User user) {
            return new View(
                    user.name(),
                    user.role().word(),
                    user.disabled(),
                    user.mustChange(),
                    user.subject() != null,
                    user.createdAt(),
                    user.lastLoginAt());
        }
    }

    /** A person to be made. */
    record New(@Nullable String name, @Nullable String role) {}

    /**
     * What is to be true of a person.
     *
     * @param disabled false when left out
     */
    record Wanted(@Nullable String role, @Nullable Boolean disabled) {}

    /** A password for one login, which is not shown again. */
    record OneTime(String name, String oneTimePassword) {}

    @GetMapping
    Page<View> all(@RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        var after = Page.text(cursor);
        return Page.of(users.after(after, Page.size(limit) + 1), limit, User::name, View::of);
    }

    @GetMapping("/{name}")
    ResponseEntity<View> one(@PathVariable String name) {
        return answer(users.find(name).orElseThrow(() -> missing(name)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    OneTime make(@RequestBody New wanted, Change change) {
        var name = wanted.name();
        if (name == null || !NAME.matcher(name).matches()) {
            throw Problem.field(
                    "name", name, "1 to 63 of a-z, 0-9, dot, hyphen and underscore, a letter or digit first");
        }
        var role = role(wanted.role());
        var password = Secret.password();
        if (!users.add(name, role, password)) {
            throw Problem.conflict("there is a person " + name + " already");
        }
        change.from(null, name + ", " + role.word());
        return new OneTime(name, password);
    }

    @PutMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<View> change(
            @PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Wanted wanted,
            Change change) {
        var role = role(wanted.role());
        var disabled = Objects.requireNonNullElse(wanted.disabled(), false);
        return answer(done(name, users.change(name, role, disabled, new Precondition(ifMatch, null)), change));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String name,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Change change) {
        var before = done(name, users.remove(name, new Precondition(ifMatch, null)), change);
        change.from(words(before), null);
    }

    /** A new password for one login; every session of the person ends. */
    @PostMapping("/{name}/password")
    OneTime givePassword(@PathVariable String name, Change change) {
        var user = users.find(name).orElseThrow(() -> missing(name));
        if (user.subject() != null) {
            throw Problem.conflict(name + " has no password here: the provider of identities has it");
        }
        var password = Secret.password();
        users.giveOneTimePassword(name, password);
        change.from(null, "another one-time password");
        return new OneTime(name, password);
    }

    private static User done(String name, Outcome outcome, Change change) {
        return switch (outcome) {
            case Outcome.Done(var before, var after) -> {
                change.from(words(before), words(after));
                yield after;
            }
            case Outcome.Missing _ -> throw missing(name);
            case Outcome.Other(var now) -> throw Problem.changedMeanwhile(name + " is " + tag(now) + " now");
            case Outcome.LastAdministrator _ ->
                throw Problem.conflict(name + " is the last administrator (expected: another one before)");
        };
    }

    private static String words(User user) {
        return user.name() + ", " + user.role().word() + (user.disabled() ? ", disabled" : "");
    }

    private static ResponseEntity<View> answer(User user) {
        return ResponseEntity.ok().eTag(tag(user)).body(View.of(user));
    }

    private static String tag(User user) {
        return Precondition.tag(user.change());
    }

    private static Role role(@Nullable String word) {
        return Role.of(word == null ? "" : word)
                .orElseThrow(() -> Problem.field("role", word, "one of " + String.join(", ", Role.words())));
    }

    private static Problem missing(String name) {
        return Problem.missing("there is no person " + name);
    }
}
