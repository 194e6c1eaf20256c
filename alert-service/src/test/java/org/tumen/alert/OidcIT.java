package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.web.util.UriComponentsBuilder;

/** Logging in by a provider of identities, at an instance that has one. */
class OidcIT extends WholeService {

    private static final List<String> SHARED = List.of(
            "spring.kafka.bootstrap-servers",
            "spring.datasource.url",
            "tumen.alert.subscriptions",
            "tumen.alert.stories.terms",
            "tumen.alert.calendar.days",
            "tumen.alert.baseline.limits",
            "tumen.alert.index.weights",
            "tumen.alert.expectations.expected",
            "tumen.alert.email.port",
            "tumen.alert.email.from",
            "tumen.alert.delivery.retries",
            "tumen.http.allowed-addresses");

    @Autowired
    private Environment environment;

    @Test
    void takesTheProvidersWordForWhoSomebodyIsAndWhichRole() throws Exception {
        try (var provider = new IdentityProvider();
                var service = serviceWith(provider)) {
            var address = "http://127.0.0.1:"
                    + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                            .getPort();
            var browser = new Browser(address);
            assertThat(browser.look("/login").body()).contains("/oauth2/authorization/desk", "Desk accounts");

            assertThat(comeBack(browser, provider, List.of("choir"))).isEqualTo("/login?refused");
            assertThat(browser.call("GET", "/api/v1/me", "", "").statusCode()).isEqualTo(401);

            assertThat(comeBack(browser, provider, List.of("choir", "news-ops")))
                    .isEqualTo("/");
            assertThat(browser.call("GET", "/api/v1/me", "", "").body())
                    .isEqualTo("{\"name\":\"admin@desk\",\"role\":\"operator\",\"way\":\"session\"}");

            assertThat(comeBack(browser, provider, List.of("news-desk"))).isEqualTo("/");
            assertThat(browser.call("GET", "/api/v1/me", "", "").body()).contains("\"role\":\"analyst\"");
        }
    }

    @Test
    void logsNobodyInByALinkThatSomebodyElseBegan() throws Exception {
        try (var provider = new IdentityProvider();
                var service = serviceWith(provider)) {
            var address = "http://127.0.0.1:"
                    + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                            .getPort();
            var begun = begin(new Browser(address), provider, List.of("news-ops"));
            var victim = new Browser(address);
            assertThat(victim.look("/login/oauth2/code/desk?code=c&state=" + begun)
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/login?refused");
            assertThat(victim.hasCookie("tumen_session")).isFalse();
        }
    }

    private static String comeBack(Browser browser, IdentityProvider provider, List<String> groups) throws Exception {
        var state = begin(browser, provider, groups);
        return browser.look("/login/oauth2/code/desk?code=c&state=" + state)
                .headers()
                .firstValue("Location")
                .orElse("nowhere");
    }

    private static String begin(Browser browser, IdentityProvider provider, List<String> groups) throws Exception {
        var away = browser.look("/oauth2/authorization/desk")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var asked = UriComponentsBuilder.fromUriString(away).build().getQueryParams();
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        provider.says(String.valueOf(asked.getFirst("nonce")), groups);
        return String.valueOf(asked.getFirst("state"));
    }

    private ConfigurableApplicationContext serviceWith(IdentityProvider provider) {
        var registration = "--spring.security.oauth2.client.registration.desk.";
        var endpoints = "--spring.security.oauth2.client.provider.desk.";
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                registration + "client-id=" + IdentityProvider.CLIENT,
                registration + "client-secret=secret",
                registration + "client-name=Desk accounts",
                registration + "authorization-grant-type=authorization_code",
                registration + "redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                registration + "scope=openid,profile",
                endpoints + "authorization-uri=" + provider.url("/authorize"),
                endpoints + "token-uri=" + provider.url("/token"),
                endpoints + "jwk-set-uri=" + provider.url("/keys"),
                endpoints + "user-name-attribute=sub",
                "--tumen.alert.access.oidc.roles-claim=groups",
                "--tumen.alert.access.oidc.roles.news-desk=analyst",
                "--tumen.alert.access.oidc.roles.news-ops=operator"));
        SHARED.forEach(key -> arguments.add("--" + key + "=" + environment.getRequiredProperty(key)));
        return new SpringApplicationBuilder(AlertService.class).run(arguments.toArray(String[]::new));
    }
}
