package org.tumen.alert.access.gate;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses requests that change something and that a browser sends for another site: a page elsewhere must not replay
 * deliveries or give verdicts through the browser of whoever looks at it. Every browser of today says where a request comes
 * from (Fetch Metadata, W3C); programs say nothing, and are not meant here.
 */
@Component
@Order(SameSite.BEFORE_ALL_OTHERS)
class SameSite implements WebFilter {

    /** Spring Security comes at -100. */
    static final int BEFORE_ALL_OTHERS = -200;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var reads = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        var site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (reads || site == null || site.equals("same-origin") || site.equals("none")) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
        return exchange.getResponse().setComplete();
    }
}
