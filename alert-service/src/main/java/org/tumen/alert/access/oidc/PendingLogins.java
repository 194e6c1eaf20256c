package org.tumen.alert.access.oidc;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.client.web.server.ServerAuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Repository;
import org.springframework.web.server.ServerWebExchange;
import org.tumen.alert.access.secret.Secret;
import org.tumen.http.server.Blocking;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logins that are at the provider, in the database, since the browser may come back to another instance. A cookie ties each
 * to its browser: nobody is logged in by a link that somebody else began.
 */
@Repository
class PendingLogins implements ServerAuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "tumen_oidc";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PendingLogins(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What is needed to go on. */
    private record Kept(
            String authorizationUri,
            String clientId,
            String redirectUri,
            String state,
            Set<String> scopes,
            Map<String, String> attributes) {}

    @Override
    public Mono<OAuth2AuthorizationRequest> loadAuthorizationRequest(ServerWebExchange exchange) {
        return Blocking.find(() -> find(exchange));
    }

    @Override
    public Mono<Void> saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest request, ServerWebExchange exchange) {
        if (request == null) {
            return removeAuthorizationRequest(exchange).then();
        }
        var word = Secret.random();
        return Blocking.call(() -> keep(word, request))
                .doOnNext(_ -> setCookie(exchange, word, PATIENCE))
                .then();
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> removeAuthorizationRequest(ServerWebExchange exchange) {
        return Blocking.find(() -> {
                    var found = find(exchange);
                    word(exchange)
                            .ifPresent(word -> jdbc.sql("delete from oidc_login where hash = :hash")
                                    .param("hash", Secret.hash(word))
                                    .update());
                    return found;
                })
                .doOnNext(_ -> setCookie(exchange, "", Duration.ZERO))
                .flatMap(Mono::justOrEmpty);
    }

    private int keep(String word, OAuth2AuthorizationRequest request) {
        var attributes = json.convertValue(request.getAttributes(), WORDS);
        var kept = new Kept(
                request.getAuthorizationUri(),
                request.getClientId(),
                String.valueOf(request.getRedirectUri()),
                String.valueOf(request.getState()),
                request.getScopes(),
                attributes);
        jdbc.sql("delete from oidc_login where at < :time")
                .param("time", OffsetDateTime.now(clock).minus(PATIENCE))
                .update();
        return jdbc.sql("insert into oidc_login (hash, request, at) values (:hash, :request, :now)")
                .param("hash", Secret.hash(word))
                .param("request", json.writeValueAsString(kept))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private Optional<OAuth2AuthorizationRequest> find(ServerWebExchange exchange) {
        var state = exchange.getRequest().getQueryParams().getFirst("state");
        return word(exchange)
                .flatMap(word -> jdbc.sql("select request from oidc_login where hash = :hash and at > :time")
                        .param("hash", Secret.hash(word))
                        .param("time", OffsetDateTime.now(clock).minus(PATIENCE))
                        .query(String.class)
                        .optional())
                .map(kept -> json.readValue(kept, Kept.class))
                .filter(kept -> kept.state().equals(state))
                .map(PendingLogins::request);
    }

    private static OAuth2AuthorizationRequest request(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri())
                .clientId(kept.clientId())
                .redirectUri(kept.redirectUri())
                .state(kept.state())
                .scopes(kept.scopes())
                .attributes(attributes -> attributes.putAll(kept.attributes()))
                .build();
    }

    private static Optional<String> word(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(COOKIE);
        return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
    }

    private static void setCookie(ServerWebExchange exchange, String word, Duration age) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(COOKIE, word)
                        .path("/")
                        .httpOnly(true)
                        .secure("https"
                                .equalsIgnoreCase(exchange.getRequest().getURI().getScheme()))
                        .sameSite("Lax")
                        .maxAge(age)
                        .build());
    }
}
