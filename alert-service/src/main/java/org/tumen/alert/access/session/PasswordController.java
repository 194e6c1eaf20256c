package org.tumen.alert.access.session;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.access.user.Passwords;

/** Where a person chooses another password; after the first login there is no other way to go. */
@Controller
class PasswordController {

    private final Passwords passwords;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Throttle throttle;

    PasswordController(Passwords passwords, Sessions sessions, SessionCookie cookie, Throttle throttle) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.cookie = cookie;
        this.throttle = throttle;
    }

    /** What the form sends. */
    record Form(
            @Nullable String now,
            @Nullable String next,
            @Nullable String again) {}

    @GetMapping("/password")
    Rendering ask(@AuthenticationPrincipal Caller caller) {
        return page(HttpStatus.OK, caller, "");
    }

    /** Every session of the person ends, and another begins here. */
    @PostMapping("/password")
    Rendering change(
            @AuthenticationPrincipal Caller caller,
            @ModelAttribute Form form,
            Change change,
            ServerWebExchange exchange) {
        var next = requireNonNullElse(form.next(), "");
        if (!next.equals(form.again())) {
            return page(HttpStatus.BAD_REQUEST, caller, "The two new passwords differ.");
        }
        if (throttle.attempt(caller.name(), here(caller)).isPositive()) {
            return page(HttpStatus.TOO_MANY_REQUESTS, caller, "Too many attempts. Try again later.");
        }
        var fault = passwords.change(caller.name(), requireNonNullElse(form.now(), ""), next);
        if (fault.isPresent()) {
            return page(HttpStatus.BAD_REQUEST, caller, fault.get());
        }
        throttle.succeeded(caller.name(), here(caller));
        change.from(null, "another password");
        cookie.set(exchange, sessions.begin(caller.name()));
        return Rendering.redirectTo("/").status(HttpStatus.SEE_OTHER).build();
    }

    /** In place of an address: whoever has a session is known already. */
    private static String here(Caller caller) {
        return "of the session of " + caller.name();
    }

    private static Rendering page(HttpStatus status, Caller caller, String fault) {
        return Rendering.view("password")
                .status(status)
                .model(Map.of("fault", fault, "name", caller.name(), "first", caller.mustChangePassword()))
                .build();
    }
}
