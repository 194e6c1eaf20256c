package org.tumen.alert.access.gate;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.session.Sessions;
import org.tumen.alert.access.token.Tokens;
import org.tumen.http.server.Blocking;
import reactor.core.publisher.Mono;

/**
 * Finds out who makes a request: by the token of a program (RFC 6750 section 2.1) or by the cookie of a session. Who sends a
 * token means it: a wrong one is refused, and a cookie beside it counts for nothing.
 */
final class Identify implements WebFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Sessions sessions;
    private final Refusals refusals;

    Identify(Tokens tokens, Sessions sessions, Refusals refusals) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var authorization = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return found(() -> authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                            ? tokens.caller(
                                    authorization.substring(BEARER.length()).strip())
                            : Optional.empty())
                    .flatMap(caller ->
                            caller.isEmpty() ? refusals.badToken(exchange) : as(caller.get(), exchange, chain));
        }
        var cookie = exchange.getRequest().getCookies().getFirst(Sessions.COOKIE);
        if (cookie == null || Gate.isOpenToAll(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return found(() -> sessions.caller(cookie.getValue()))
                .flatMap(caller -> caller.isEmpty() ? chain.filter(exchange) : as(caller.get(), exchange, chain));
    }

    private static Mono<Void> as(Caller caller, ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(caller.authentication()));
    }

    private static Mono<Optional<Caller>> found(Supplier<Optional<Caller>> look) {
        return Blocking.call(look);
    }
}
