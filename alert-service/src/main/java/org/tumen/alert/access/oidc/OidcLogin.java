package org.tumen.alert.access.oidc;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity.OAuth2LoginSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tumen.alert.access.audit.Audit;
import org.tumen.alert.access.audit.Audit.Entry;
import org.tumen.alert.access.session.Sessions;
import org.tumen.alert.access.user.Users;
import org.tumen.alert.access.user.Users.User;
import org.tumen.http.server.Blocking;
import reactor.core.publisher.Mono;

/** Takes a provider's word for who somebody is, once, at the login; from then on it is a session like any other. */
@Component
@EnableConfigurationProperties(OidcProperties.class)
public class OidcLogin {

    private static final Logger log = LoggerFactory.getLogger(OidcLogin.class);

    private final boolean isConfigured;
    private final PendingLogins pending;
    private final Users users;
    private final Sessions sessions;
    private final Audit audit;
    private final Claims claims;

    OidcLogin(
            ObjectProvider<ReactiveClientRegistrationRepository> providers,
            PendingLogins pending,
            Users users,
            Sessions sessions,
            Audit audit,
            OidcProperties properties) {
        this.isConfigured = providers.getIfAvailable() != null;
        this.pending = pending;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.claims = new Claims(properties);
    }

    /** Whether a provider is configured. */
    public boolean isConfigured() {
        return isConfigured;
    }

    /** Sets it up at the gate. */
    public void configure(OAuth2LoginSpec login) {
        login.authorizationRequestRepository(pending)
                .authorizedClientRepository(new Forgetful())
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authenticationSuccessHandler(this::succeeded)
                .authenticationFailureHandler(this::failed);
    }

    private Mono<Void> succeeded(WebFilterExchange exchange, Authentication authentication) {
        return Blocking.call(() -> person(authentication))
                .flatMap(person -> person.isEmpty()
                        ? goTo(exchange.getExchange(), "/login?refused")
                        : begin(exchange.getExchange(), person.get()));
    }

    private Mono<Void> failed(WebFilterExchange exchange, AuthenticationException reason) {
        log.atWarn().addKeyValue("reason", reason.getMessage()).log("A login by a provider failed");
        return goTo(exchange.getExchange(), "/login?refused");
    }

    private Optional<User> person(Authentication authentication) {
        if (!(authentication instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser user)) {
            return Optional.empty();
        }
        var provider = token.getAuthorizedClientRegistrationId();
        var subject = provider + " " + user.getSubject();
        var name = claims.name(user.getClaims(), String.valueOf(user.getSubject()), provider);
        var person = claims.role(user.getClaims()).flatMap(role -> users.vouchedFor(subject, name, role));
        if (person.isEmpty()) {
            log.atWarn().addKeyValue("name", name).log("A login by a provider was refused");
        }
        return person;
    }

    private Mono<Void> begin(ServerWebExchange exchange, User person) {
        return Blocking.call(() -> {
                    users.loggedIn(person.name());
                    audit.add(new Entry(
                            person.name(),
                            "session",
                            person.role().word(),
                            address(exchange),
                            "login by a provider",
                            "/login",
                            303,
                            null,
                            null));
                    return sessions.begin(person.name());
                })
                .flatMap(word -> {
                    sessions.setCookie(exchange, word);
                    return goTo(exchange, "/");
                });
    }

    private static @Nullable String address(ServerWebExchange exchange) {
        var from = exchange.getRequest().getRemoteAddress();
        return from == null || from.getAddress() == null
                ? null
                : from.getAddress().getHostAddress();
    }

    private static Mono<Void> goTo(ServerWebExchange exchange, String place) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(place));
        return exchange.getResponse().setComplete();
    }

    /** The provider's own tokens are of no use after the login, and are not kept. */
    private static final class Forgetful implements ServerOAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
                String registration, Authentication principal, ServerWebExchange exchange) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> saveAuthorizedClient(
                OAuth2AuthorizedClient client, Authentication principal, ServerWebExchange exchange) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> removeAuthorizedClient(
                String registration, Authentication principal, ServerWebExchange exchange) {
            return Mono.empty();
        }
    }
}
