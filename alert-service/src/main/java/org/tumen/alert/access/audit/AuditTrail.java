package org.tumen.alert.access.audit;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.tumen.alert.access.Caller;
import org.tumen.alert.access.Change;
import org.tumen.alert.access.audit.Audit.Entry;
import org.tumen.http.server.Blocking;
import reactor.core.publisher.Mono;

/**
 * Writes every change that succeeds into the trail, before whoever made it is told: a change whose trail cannot be written
 * is answered as a failure. It looks at requests, not at features, so no feature can forget it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AuditTrail implements WebFilter {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What is posted for its size and changes nothing. */
    private static final Set<String> CHANGES_NOTHING = Set.of("/api/v1/subscriptions/preview", "/subscriptions/try");

    private final Audit audit;

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (READS.contains(request.getMethod())
                || CHANGES_NOTHING.contains(request.getPath().value())) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(AuditTrail::caller)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> {
                    exchange.getResponse().beforeCommit(() -> write(exchange, caller.orElse(null)));
                    return chain.filter(exchange);
                });
    }

    private Mono<Void> write(ServerWebExchange exchange, @Nullable Caller caller) {
        var status = exchange.getResponse().getStatusCode();
        if (status != null && status.isError()) {
            return Mono.empty();
        }
        var entry = entry(exchange, caller, status == null ? 200 : status.value());
        return Blocking.run(() -> audit.add(entry));
    }

    private static Entry entry(ServerWebExchange exchange, @Nullable Caller caller, int status) {
        var request = exchange.getRequest();
        var change = Change.of(exchange);
        var from = request.getRemoteAddress();
        var route = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var path = request.getPath().value();
        var isOfALink = caller == null && change.who() == null;
        return new Entry(
                caller != null ? caller.name() : Objects.requireNonNullElse(change.who(), "reader of a mail"),
                caller != null ? caller.way().word() : isOfALink ? "link" : "session",
                caller == null ? null : caller.role().word(),
                from == null || from.getAddress() == null
                        ? null
                        : from.getAddress().getHostAddress(),
                request.getMethod() + " " + (route == null ? path : route),
                isOfALink ? withoutToken(path) : path,
                status,
                change.before(),
                change.after());
    }

    /** A link acts for whoever has it: the trail is no place to find one. */
    private static String withoutToken(String path) {
        return path.replaceFirst("^(/[a-z]+/)[^/]+", "$1…");
    }

    private static @Nullable Caller caller(Authentication authentication) {
        return authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }
}
