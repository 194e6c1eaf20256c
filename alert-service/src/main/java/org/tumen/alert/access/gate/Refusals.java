package org.tumen.alert.access.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tumen.alert.access.Caller;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Says no: to a person in a browser by the page that helps on, to a program by a problem (RFC 9457). */
@Component
class Refusals {

    private static final String HTMX = "HX-Request";

    private final JsonMapper json;

    Refusals(JsonMapper json) {
        this.json = json;
    }

    /** Nobody knows who asks. */
    Mono<Void> unknown(ServerWebExchange exchange, AuthenticationException reason) {
        return isPage(exchange.getRequest())
                ? goTo(exchange, "/login?next=" + URLEncoder.encode(wanted(exchange.getRequest()), UTF_8))
                : unauthorized(exchange, "Bearer", "a login or a token is needed");
    }

    /** The token is none of ours, or not any more. */
    Mono<Void> badToken(ServerWebExchange exchange) {
        return unauthorized(exchange, "Bearer error=\"invalid_token\"", "the token is unknown, revoked or expired");
    }

    /** Who asks is known, and may not. */
    Mono<Void> forbidden(ServerWebExchange exchange, AccessDeniedException reason) {
        return exchange.getPrincipal()
                .mapNotNull(Refusals::caller)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> caller.isEmpty()
                        ? problem(exchange, HttpStatus.FORBIDDEN, "not allowed")
                        : forbidden(exchange, caller.get()));
    }

    /** A change that a browser sends without the token of our page. */
    Mono<Void> forged(ServerWebExchange exchange, AccessDeniedException reason) {
        return problem(
                exchange,
                HttpStatus.FORBIDDEN,
                "the token against forged requests is missing or old (expected: the page to be loaded again)");
    }

    private Mono<Void> forbidden(ServerWebExchange exchange, Caller caller) {
        if (!caller.mustChangePassword()) {
            return problem(
                    exchange,
                    HttpStatus.FORBIDDEN,
                    "not allowed for a caller with the role " + caller.role().word());
        }
        return isPage(exchange.getRequest())
                ? goTo(exchange, "/password")
                : problem(exchange, HttpStatus.FORBIDDEN, "the password must be changed first, at /password");
    }

    private static @Nullable Caller caller(Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Caller caller
                ? caller
                : null;
    }

    private Mono<Void> unauthorized(ServerWebExchange exchange, String challenge, String detail) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return problem(exchange, HttpStatus.UNAUTHORIZED, detail);
    }

    private Mono<Void> problem(ServerWebExchange exchange, HttpStatus status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(exchange.getRequest().getPath().value()));
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }

    /** A part of a page cannot be redirected: htmx is told to load the other page in its place. */
    private static Mono<Void> goTo(ServerWebExchange exchange, String place) {
        var response = exchange.getResponse();
        if (exchange.getRequest().getHeaders().containsHeader(HTMX)) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set("HX-Redirect", place);
        } else {
            response.setStatusCode(HttpStatus.SEE_OTHER);
            response.getHeaders().setLocation(URI.create(place));
        }
        return response.setComplete();
    }

    /** Whether a person waits for a page, or for a part of one. */
    private static boolean isPage(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var loads = HttpMethod.GET.equals(request.getMethod())
                && headers.getAccept().contains(MediaType.TEXT_HTML)
                && !request.getPath().value().startsWith("/api/");
        return loads || headers.containsHeader(HTMX);
    }

    /** Of a part of a page, the page. */
    private static String wanted(ServerHttpRequest request) {
        var page = request.getHeaders().getFirst("HX-Current-URL");
        if (page != null) {
            try {
                var uri = URI.create(page);
                return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            } catch (IllegalArgumentException _) {
                return "/";
            }
        }
        var query = request.getURI().getRawQuery();
        return HttpMethod.GET.equals(request.getMethod())
                ? request.getURI().getRawPath() + (query == null ? "" : "?" + query)
                : "/";
    }
}
