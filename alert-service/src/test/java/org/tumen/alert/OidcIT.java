package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logging in by a provider of identities. */
class OidcIT extends WholeService {

    private static final String PERSON = "248289761001";

    @Test
    void takesTheProvidersWordForWhoSomebodyIsAndWhichRole() throws Exception {
        var browser = new Browser(address());
        assertThat(browser.look("/login").body()).contains("/oauth2/authorization/desk", "Desk accounts");

        PROVIDER.knows(PERSON, List.of("choir"));
        assertThat(logIn(browser)).isEqualTo("/login?refused");
        assertThat(browser.call("GET", "/api/v1/me", "", "").statusCode()).isEqualTo(401);

        PROVIDER.knows(PERSON, List.of("choir", "news-ops"));
        assertThat(logIn(browser)).isEqualTo("/");
        assertThat(browser.call("GET", "/api/v1/me", "", "").body())
                .isEqualTo("{\"name\":\"admin@desk\",\"role\":\"operator\",\"way\":\"session\"}");

        PROVIDER.knows(PERSON, List.of("news-desk"));
        assertThat(logIn(browser)).isEqualTo("/");
        assertThat(browser.call("GET", "/api/v1/me", "", "").body()).contains("\"role\":\"analyst\"");
    }

    @Test
    void takesAnAnswerOnceAndNoTokenOfAnotherLogin() throws Exception {
        PROVIDER.knows(PERSON, List.of("news-ops"));
        var browser = new Browser(address());
        var back = back(away(browser));
        assertThat(location(browser, back)).isEqualTo("/");
        assertThat(location(browser, back)).isEqualTo("/login?refused");

        PROVIDER.replaysTokens();
        assertThat(logIn(new Browser(address()))).isEqualTo("/login?refused");
    }

    @Test
    void logsNobodyInByALinkThatSomebodyElseBegan() throws Exception {
        PROVIDER.knows(PERSON, List.of("news-ops"));
        var back = back(away(new Browser(address())));
        var victim = new Browser(address());
        assertThat(location(victim, back)).isEqualTo("/login?refused");
        assertThat(victim.hasCookie("tumen_session")).isFalse();
    }

    @Test
    void aLoginByAProviderIsInTheTrailWithItsAddress() throws Exception {
        PROVIDER.knows(PERSON, List.of("news-ops"));
        assertThat(logIn(new Browser(address()))).isEqualTo("/");
        assertThat(lastInTheTrailOf("admin@desk")).isEqualTo("login by a provider from 127.0.0.1");
    }

    private static String logIn(Browser browser) throws Exception {
        return location(browser, back(away(browser)));
    }

    /** Where the service sends a browser that wants to log in elsewhere. */
    private static URI away(Browser browser) throws Exception {
        return URI.create(location(browser, "/oauth2/authorization/desk"));
    }

    /** Where the provider sends it back to. */
    private static String back(URI away) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(away).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            var back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }

    private static String location(Browser browser, String path) throws Exception {
        return browser.look(path).headers().firstValue("Location").orElse("nowhere");
    }
}
