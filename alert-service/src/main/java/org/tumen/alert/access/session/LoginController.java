package org.tumen.alert.access.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tumen.alert.access.Change;
import org.tumen.alert.access.user.Users;
import org.tumen.alert.access.user.Users.User;

/** The page that asks for name and password, and the way out. */
@Controller
class LoginController {

    private static final Logger log = LoggerFactory.getLogger(LoginController.class);

    /** What a name may be that is worth looking up. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,200}");

    private final Users users;
    private final Sessions sessions;
    private final Throttle throttle;
    private final SessionCookie cookie;
    private final Providers providers;

    LoginController(Users users, Sessions sessions, Throttle throttle, SessionCookie cookie, Providers providers) {
        this.users = users;
        this.sessions = sessions;
        this.throttle = throttle;
        this.cookie = cookie;
        this.providers = providers;
    }

    /**
     * What the form sends.
     *
     * @param next the page that was asked for before
     */
    record Form(
            @Nullable String name,
            @Nullable String password,
            @Nullable String next) {}

    @GetMapping("/login")
    Rendering ask(@RequestParam(defaultValue = "/") String next, @RequestParam Optional<String> refused) {
        return page(HttpStatus.OK, refused.isPresent() ? "You are known there, and not let in here." : "", "", next);
    }

    @PostMapping("/login")
    Rendering login(@ModelAttribute Form form, Change change, ServerWebExchange exchange) {
        var name = Objects.requireNonNullElse(form.name(), "").strip();
        var next = Objects.requireNonNullElse(form.next(), "/");
        var address = address(exchange);
        var wait = throttle.attempt(name, address);
        if (wait.isPositive()) {
            return page(
                    HttpStatus.TOO_MANY_REQUESTS, "Too many attempts. Try again in " + words(wait) + ".", name, next);
        }
        var user = known(name, Objects.requireNonNullElse(form.password(), ""));
        if (user.isEmpty()) {
            log.atWarn().addKeyValue("address", address).log("A login was refused");
            return page(HttpStatus.UNAUTHORIZED, "Name and password do not fit together.", name, next);
        }
        throttle.succeeded(name, address);
        users.loggedIn(name);
        change.by(name);
        cookie.set(exchange, sessions.begin(name));
        return Rendering.redirectTo(user.get().mustChange() ? "/password" : Next.of(next))
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    @PostMapping("/logout")
    Rendering logout(ServerWebExchange exchange) {
        cookie.word(exchange).ifPresent(sessions::end);
        cookie.clear(exchange);
        return Rendering.redirectTo("/login").status(HttpStatus.SEE_OTHER).build();
    }

    private Optional<User> known(String name, String password) {
        return users.withPassword(NAME.matcher(name).matches() ? name : "", password);
    }

    private Rendering page(HttpStatusCode status, String fault, String name, String next) {
        return Rendering.view("login")
                .status(status)
                .model(Map.of("fault", fault, "name", name, "next", Next.of(next), "providers", providers.links()))
                .build();
    }

    private static String words(Duration wait) {
        var seconds = wait.plusMillis(999).toSeconds();
        return seconds < 100 ? seconds + " s" : (seconds + 59) / 60 + " minutes";
    }

    /** One household has 2^64 addresses of IPv6: the half that its provider gives it counts. */
    private static String address(ServerWebExchange exchange) {
        var from = exchange.getRequest().getRemoteAddress();
        var address = from == null ? null : from.getAddress();
        return switch (address) {
            case null -> "unknown";
            case Inet6Address six -> HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8));
            case InetAddress other -> other.getHostAddress();
        };
    }
}
