package org.tumen.alert.access.gate;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.oidc.OidcLogin;
import org.tumen.alert.access.session.Sessions;
import org.tumen.alert.access.token.Tokens;

/**
 * Who gets where. What is not named here is for readers to look at and for analysts to change; the table in {@code AccessIT}
 * says of every route who gets what.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class Gate {

    /** Files of the page, and whether the service is alive: asked by everybody, often, and without a secret in them. */
    private static final List<String> OPEN_TO_ALL =
            List.of("/tumen.", "/webjars/", "/actuator/health", "/favicon.ico", "/robots.txt");

    /** Links of mails and of feed readers act by the signature in them, which follows a dot. */
    private static final Pattern SIGNED =
            Pattern.compile("/(?:unsubscribe|confirm|feedback|acknowledge|atom)/[^/.]+[.][^/.]+(?:/undo)?");

    private static final Set<HttpMethod> READS = Set.of(GET, HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private static final String CSRF_HEADER = "X-CSRF-TOKEN";
    private static final String CSRF_COOKIE = "tumen_csrf";

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http, Tokens tokens, Sessions sessions, OidcLogin oidc, Refusals refusals) {
        if (oidc.isConfigured()) {
            http.oauth2Login(oidc::configure);
        }
        return http.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .anonymous(ServerHttpSecurity.AnonymousSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .requireCsrfProtectionMatcher(asksForCsrf())
                        .accessDeniedHandler(refusals::forged))
                .exceptionHandling(each ->
                        each.authenticationEntryPoint(refusals::unknown).accessDeniedHandler(refusals::forbidden))
                .addFilterAt(new Identify(tokens, sessions, refusals), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(Gate::rules)
                .build();
    }

    static boolean isOpenToAll(ServerHttpRequest request) {
        return OPEN_TO_ALL.stream().anyMatch(path(request)::startsWith);
    }

    private static boolean isSigned(ServerHttpRequest request) {
        return SIGNED.matcher(path(request)).matches();
    }

    private static String path(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().value();
    }

    private static void rules(AuthorizeExchangeSpec rules) {
        rules.matchers(when(Gate::isOpenToAll), when(Gate::isSigned))
                .permitAll()
                .pathMatchers("/login", "/oauth2/**", "/login/oauth2/**", "/error")
                .permitAll()
                .pathMatchers("/logout", "/password", "/api/v1/me")
                .authenticated()
                .pathMatchers("/actuator/**")
                .hasRole(Role.OPERATOR.name())
                .pathMatchers("/api/v1/users/**", "/api/v1/audit/**", "/users/**", "/audit/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .pathMatchers("/api/v1/tokens/**")
                .hasRole(Role.READER.name())
                .pathMatchers(GET, "/**")
                .hasRole(Role.READER.name())
                .pathMatchers(HEAD, "/**")
                .hasRole(Role.READER.name());
        for (var kept : List.of("deliveries", "endpoints", "feeds", "feed-trials")) {
            rules.pathMatchers("/api/v1/" + kept + "/**", "/" + kept + "/**").hasRole(Role.OPERATOR.name());
        }
        rules.anyExchange().hasRole(Role.ANALYST.name());
    }

    private static ServerWebExchangeMatcher when(Predicate<ServerHttpRequest> condition) {
        return exchange -> condition.test(exchange.getRequest()) ? MatchResult.match() : MatchResult.notMatch();
    }

    private static CookieServerCsrfTokenRepository csrfTokens() {
        var tokens = new CookieServerCsrfTokenRepository();
        tokens.setHeaderName(CSRF_HEADER);
        tokens.setCookieName(CSRF_COOKIE);
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** What a browser does by itself, it must prove to mean: it sends the cookie of a session to whoever makes it. */
    private static ServerWebExchangeMatcher asksForCsrf() {
        return when(request -> {
            var reads = READS.contains(request.getMethod());
            var hasToken = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION) != null;
            var byBrowser = request.getCookies().containsKey(Sessions.COOKIE)
                    || path(request).equals("/login");
            return !reads && !hasToken && byBrowser && !isSigned(request);
        });
    }
}
