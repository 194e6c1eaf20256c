package org.tumen.alert.access.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.Caller.Way;
import org.tumen.alert.access.Change;
import org.tumen.alert.access.token.Tokens.Token;
import org.tumen.alert.page.Page;
import org.tumen.alert.problem.Problem;

/**
 * Tokens: everybody's own, and those of others for administrators. They are made in a session only: who finds a token must
 * not be able to make others that outlive it.
 */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class TokenController {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 366;

    private final Tokens tokens;
    private final Clock clock;

    TokenController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token to be made, for whoever asks.
     *
     * @param name what it is for
     * @param role the most that it may do; at most the role of whoever asks
     * @param days for which it is good, 1 to 366
     */
    record New(
            @Nullable String name,
            @Nullable String role,
            @Nullable Integer days) {}

    /** A token as it stands. */
    record View(
            String id,
            @Nullable String person,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {

        private static View of(Token token) {
            return new View(
                    token.id(),
                    token.person(),
                    token.name(),
                    token.role().word(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    token.revokedAt());
        }
    }

    /** A new token with what opens the door, which is not shown again. */
    record Shown(View token, String secret) {}

    /** Newest first, those that were revoked too. */
    @GetMapping
    Page<View> all(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> person,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var whose = person.orElse(caller.name());
        if (!whose.equals(caller.name()) && !caller.mayActAs(Role.ADMINISTRATOR)) {
            throw Problem.forbidden("the tokens of " + whose + " are for administrators to see");
        }
        var found = tokens.of(whose.equals("*") ? null : whose, Page.text(cursor), Page.size(limit) + 1);
        return Page.of(found, limit, Token::id, View::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Shown make(@AuthenticationPrincipal Caller caller, @RequestBody New wanted, Change change) {
        if (caller.way() != Way.SESSION) {
            throw Problem.forbidden("a token makes no other (expected: a login in the browser)");
        }
        var name = wanted.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.field("name", name, "1 to " + LONGEST_NAME + " characters that say what it is for");
        }
        var role = Role.of(wanted.role() == null ? "" : wanted.role())
                .filter(caller::mayActAs)
                .orElseThrow(() -> Problem.field(
                        "role",
                        wanted.role(),
                        "one of " + String.join(", ", Role.words()) + ", and not above your own"));
        var days = wanted.days();
        if (days == null || days < 1 || days > MOST_DAYS) {
            throw Problem.field("days", days, "1 to " + MOST_DAYS);
        }
        var made =
                tokens.make(caller.name(), name.strip(), role, clock.instant().plus(Duration.ofDays(days)));
        change.from(null, made.token().id() + ", " + role.word() + ", " + days + " days, " + name.strip());
        return new Shown(View.of(made.token()), made.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable String id, Change change) {
        var token = tokens.find(id)
                .filter(found -> caller.name().equals(found.person()) || caller.mayActAs(Role.ADMINISTRATOR))
                .orElseThrow(() -> Problem.missing("there is no token " + id + " of yours"));
        tokens.revoke(id);
        change.from(token.name() + " of " + token.person(), null);
    }
}
