package org.tumen.alert.access.gate;

import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What every answer tells the browser to refuse: scripts and styles from elsewhere or in the page, frames, guessing. */
@Component
@Order(SecurityHeaders.ON_REFUSALS_TOO)
class SecurityHeaders implements WebFilter {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    /** The page of the API's documentation, by other people: it writes styles and has pictures in itself; its scripts are files. */
    private static final String SWAGGER = "/webjars/swagger-ui/";

    private static final String POLICY_OF_SWAGGER =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    static final int ON_REFUSALS_TOO = SameSite.BEFORE_ALL_OTHERS - 1;

    /** RFC 6797; over TLS only, as browsers pass over it elsewhere. */
    private static final String TLS_FOR_A_YEAR = "max-age=31536000";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        HEADERS.forEach(response.getHeaders()::set);
        if (exchange.getRequest().getPath().value().startsWith(SWAGGER)) {
            response.getHeaders().set("Content-Security-Policy", POLICY_OF_SWAGGER);
        }
        if ("https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme())) {
            response.getHeaders().set("Strict-Transport-Security", TLS_FOR_A_YEAR);
        }
        response.beforeCommit(() -> {
            if (response.getHeaders().getCacheControl() == null) {
                // Kept by nobody in between, and asked for again each time: who may see it may have changed.
                response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
            }
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
