package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.user.Users;

/** Getting in by name and password, and what a browser with a session may do. */
class LoginIT extends WholeService {

    private static final String PASSWORD = "the river has three banks";

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void letsNobodyFurtherThanTheChoiceOfAPasswordWithTheOneThatWasGiven() throws Exception {
        users.add("newcomer", Role.ANALYST, "given-by-somebody");
        var browser = new Browser(address());
        var asked = browser.look("/?from=a-bookmark");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).hasValue("/login?next=%2F%3Ffrom%3Da-bookmark");

        var in = browser.fill("/login", Map.of("name", "newcomer", "password", "given-by-somebody", "next", "/"));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue("/password");
        assertThat(browser.look("/").headers().firstValue("Location")).hasValue("/password");
        assertThat(browser.look("/api/v1/alerts").body()).contains("the password must be changed first");

        assertThat(browser.fill("/password", Map.of("now", "given-by-somebody", "next", "short", "again", "short"))
                        .body())
                .contains("Use 12 characters or more");
        var before = browser.cookie("tumen_session").getValue();
        var chosen = browser.fill("/password", Map.of("now", "given-by-somebody", "next", PASSWORD, "again", PASSWORD));
        assertThat(chosen.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.cookie("tumen_session").getValue()).isNotEqualTo(before);
        assertThat(browser.look("/").statusCode()).isEqualTo(200);
        assertThat(browser.call("GET", "/api/v1/me", "", "").body())
                .isEqualTo("{\"name\":\"newcomer\",\"role\":\"analyst\",\"way\":\"session\"}");
    }

    @Test
    void keepsNoPasswordTokenOrSessionThatSomebodyCouldUse() throws Exception {
        var browser = loggedIn("hashed", Role.READER);
        assertThat(jdbc.sql("select password_hash from person where name = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}$2");
        var word = browser.cookie("tumen_session").getValue();
        assertThat(jdbc.sql("select count(*) from login_session where encode(hash, 'escape') like :word")
                        .param("word", "%" + word + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(browser.cookie("tumen_session").isHttpOnly()).isTrue();
    }

    @Test
    void changesNothingForABrowserWithoutTheTokenOfOurPage() throws Exception {
        var browser = loggedIn("careful", Role.ANALYST);
        var silence = "{\"matchers\": {\"signals\": [\"never-told\"]}, \"endsAt\": \""
                + Instant.now().plusSeconds(3600) + "\"," + " \"author\": \"careful\", \"comment\": \"x\"}";
        assertThat(browser.call("POST", "/api/v1/silences", silence, "").statusCode())
                .isEqualTo(403);
        assertThat(browser.call("POST", "/api/v1/silences", silence, browser.csrfOn("/"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(new Browser(address())
                        .submit("/login", Map.of("name", "careful", "password", PASSWORD), "made-up")
                        .statusCode())
                .as("a login that another site makes")
                .isEqualTo(403);
    }

    @Test
    void endsTheSessionOnTheServerWhenSomebodyLogsOut() throws Exception {
        var browser = loggedIn("leaving", Role.READER);
        var word = browser.cookie("tumen_session").getValue();
        assertThat(sessionIsGood(word)).isTrue();
        assertThat(browser.submit("/logout", Map.of(), browser.csrfOn("/"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/login");
        assertThat(browser.hasCookie("tumen_session")).isFalse();
        assertThat(sessionIsGood(word)).as("to whoever kept the cookie").isFalse();
    }

    @Test
    void endsTheSessionsOfWhoeverMayNotLogInAnyMore() throws Exception {
        var word = loggedIn("dismissed", Role.ANALYST).cookie("tumen_session").getValue();
        assertThat(sessionIsGood(word)).isTrue();
        jdbc.sql("update person set disabled = true where name = 'dismissed'").update();
        assertThat(sessionIsGood(word)).isFalse();
        assertThat(new Browser(address())
                        .fill("/login", Map.of("name", "dismissed", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void makesWhoeverGuessesWaitLongerAndLonger() throws Exception {
        users.add("guessed", Role.READER, "nobody-guesses-this");
        var browser = new Browser(address());
        var csrf = browser.csrfOn("/login");
        for (var attempt = 0; attempt < 6; attempt++) {
            assertThat(browser.submit("/login", Map.of("name", "guessed", "password", "guess-" + attempt), csrf)
                            .body())
                    .contains("Name and password do not fit together.");
        }
        jdbc.sql("update login_failure set failures = 12, blocked_until = now() + interval '2 minutes'"
                        + " where key = 'name guessed'")
                .update();
        var right = browser.submit("/login", Map.of("name", "guessed", "password", "nobody-guesses-this"), csrf);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("Too many attempts. Try again in 2 minutes.");
    }

    @Test
    void saysTheSameOfANameThatIsNotThere() throws Exception {
        assertThat(new Browser(address())
                        .fill("/login", Map.of("name", "nobody\u0000here", "password", "x"))
                        .body())
                .contains("Name and password do not fit together.");
    }

    @Test
    void tellsAPartOfAPageWhereToLogIn() {
        var answer = stranger()
                .get()
                .uri("/alerts?before=9")
                .header("HX-Request", "true")
                .header("HX-Current-URL", address() + "/?signal=treaty-move")
                .exchangeToMono(response -> response.toBodilessEntity())
                .blockOptional()
                .orElseThrow();
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getHeaders().getFirst("HX-Redirect")).isEqualTo("/login?next=%2F%3Fsignal%3Dtreaty-move");
    }

    private boolean sessionIsGood(String word) {
        return stranger()
                        .get()
                        .uri("/api/v1/me")
                        .cookie("tumen_session", word)
                        .exchangeToMono(response -> response.toBodilessEntity())
                        .blockOptional()
                        .orElseThrow()
                        .getStatusCode()
                        .value()
                == 200;
    }

    private Browser loggedIn(String name, Role role) throws Exception {
        users.add(name, role, "given-by-somebody");
        users.choosePassword(name, PASSWORD);
        var browser = new Browser(address());
        browser.fill("/login", Map.of("name", name, "password", PASSWORD));
        return browser;
    }
}
