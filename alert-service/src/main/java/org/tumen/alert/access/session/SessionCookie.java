package org.tumen.alert.access.session;

import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The cookie of a session. Over TLS it goes over TLS only; no script reads it; no other site's form sends it. */
@Component
class SessionCookie {

    /** Of the token against forged requests: who logs in or out gets another. */
    private static final String CSRF_COOKIE = "tumen_csrf";

    private final SessionProperties properties;

    SessionCookie(SessionProperties properties) {
        this.properties = properties;
    }

    Optional<String> word(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(Sessions.COOKIE))
                .map(HttpCookie::getValue);
    }

    void set(ServerWebExchange exchange, String word) {
        exchange.getResponse().addCookie(cookie(exchange, Sessions.COOKIE, word, properties.longest()));
        exchange.getResponse().addCookie(cookie(exchange, CSRF_COOKIE, "", Duration.ZERO));
    }

    void clear(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(exchange, Sessions.COOKIE, "", Duration.ZERO));
        exchange.getResponse().addCookie(cookie(exchange, CSRF_COOKIE, "", Duration.ZERO));
    }

    /** Lax: a link in a mail leads to the page, not to the login. */
    private static ResponseCookie cookie(ServerWebExchange exchange, String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme()))
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}
