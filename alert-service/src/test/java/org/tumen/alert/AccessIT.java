package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.Routes.Row;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.token.Tokens;
import org.tumen.alert.access.user.Users;
import reactor.core.publisher.Mono;

/** Who gets what: every route, tried without a token and with one of each role, and with the id of somebody else. */
class AccessIT extends WholeService {

    private static final List<String> ROLES = List.of("reader", "analyst", "operator", "administrator");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Users users;

    @Autowired
    private Tokens tokens;

    @Autowired
    private JdbcClient jdbc;

    private Callers callers;

    @BeforeEach
    void makeCallers() {
        callers = new Callers("table", users, tokens);
    }

    @Test
    void namesEveryRouteThatThereIs() {
        assertThat(Routes.all()).extracting(Row::name).containsExactlyInAnyOrderElementsOf(Routes.mapped(context));
    }

    @Test
    void letsEverybodyDoWhatTheTableSaysAndNoMore() {
        var wrong = new ArrayList<String>();
        for (var row : Routes.all()) {
            var stranger = row.least().equals("nobody") ? "in" : "401";
            check(row, "nobody", null, stranger, wrong);
            for (var role : Role.values()) {
                check(row, role.word(), callers.token(role), expected(row, role), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesATokenThatIsUnknownRevokedOrOver() {
        var revoked = tokens.make(callers.name(Role.OPERATOR), "revoked", Role.OPERATOR, null);
        delete(callers.token(Role.OPERATOR), "/api/v1/tokens/" + revoked.token().id(), 204);
        var over = tokens.make(
                callers.name(Role.OPERATOR),
                "over",
                Role.OPERATOR,
                Instant.now().minusSeconds(1));
        for (var secret : List.of(revoked.secret(), over.secret(), "tumen_unknown", "?")) {
            assertThat(status(secret, "GET", "/api/v1/alerts", null)).as(secret).isEqualTo(401);
        }
        var answer = client(over.secret())
                .get()
                .uri("/api/v1/alerts")
                .exchangeToMono(response -> response.toEntity(String.class))
                .blockOptional()
                .orElseThrow();
        assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void letsATokenDoNoMoreThanItsOwnRoleAndThatOfItsPerson() {
        var lesser = tokens.make(callers.name(Role.ADMINISTRATOR), "to look", Role.READER, null);
        assertThat(status(lesser.secret(), "GET", "/api/v1/users", null)).isEqualTo(403);
        var greater = tokens.make(callers.name(Role.READER), "of better days", Role.ADMINISTRATOR, null);
        assertThat(status(greater.secret(), "GET", "/api/v1/users", null)).isEqualTo(403);
    }

    @Test
    void showsAndRevokesTheTokensOfOthersForAdministratorsOnly() {
        var others = tokens.make(callers.name(Role.ANALYST), "of the analyst", Role.ANALYST, null);
        var path = "/api/v1/tokens/" + others.token().id();
        for (var role : List.of(Role.READER, Role.OPERATOR)) {
            delete(callers.token(role), path, 404);
            assertThat(status(callers.token(role), "GET", "/api/v1/tokens?person=table-analyst", null))
                    .isEqualTo(403);
        }
        assertThat(status(others.secret(), "GET", "/api/v1/me", null)).isEqualTo(200);
        delete(callers.token(Role.ADMINISTRATOR), path, 204);
        assertThat(status(others.secret(), "GET", "/api/v1/me", null)).isEqualTo(401);
    }

    @Test
    void letsAnAnalystChangeTheOwnSubscriptionsAndAnOperatorAll() {
        var another = new Callers("second", users, tokens);
        var path = "/api/v1/subscriptions/own-by-rest";
        var body = "{\"id\": \"own-by-rest\", \"name\": \"Own\", \"filter\": {\"signals\": [\"never-told\"]}}";
        assertThat(status(callers.token(Role.ANALYST), "PUT", path, body)).isEqualTo(201);
        assertThat(status(another.token(Role.ANALYST), "PUT", path, body.replace("Own", "Taken")))
                .isEqualTo(403);
        assertThat(status(another.token(Role.ANALYST), "DELETE", path, null)).isEqualTo(403);
        assertThat(status(callers.token(Role.ANALYST), "PUT", path, body.replace("Own", "Mine")))
                .isEqualTo(200);
        assertThat(status(another.token(Role.OPERATOR), "DELETE", path, null)).isEqualTo(204);
    }

    @Test
    void keepsTheLastAdministratorAndWhatSomebodyElseHasChanged() {
        var admin = callers.token(Role.ADMINISTRATOR);
        assertThat(status(admin, "POST", "/api/v1/users", "{\"name\": \"kept\", \"role\": \"reader\"}"))
                .isEqualTo(201);
        assertThat(status(admin, "POST", "/api/v1/users", "{\"name\": \"kept\", \"role\": \"reader\"}"))
                .isEqualTo(409);
        var seen = tagOf(admin, "/api/v1/users/kept");
        for (var other : List.of("\"0\"", seen.replace("\"", ""), "W/" + seen)) {
            assertThat(changed(admin, "/api/v1/users/kept", other)).as(other).isEqualTo(412);
        }
        assertThat(changed(admin, "/api/v1/users/kept", "\"0\", " + seen)).isEqualTo(200);
        assertThat(status(admin, "PUT", "/api/v1/users/kept", "{\"role\": \"analyst\"}"))
                .isEqualTo(200);
        delete(callers.token(Role.ADMINISTRATOR), "/api/v1/users/kept", 204);

        var others = jdbc.sql("select name from person where role = 'administrator' and not disabled and name <> :name")
                .param("name", callers.name(Role.ADMINISTRATOR))
                .query(String.class)
                .list();
        jdbc.sql("update person set disabled = true where name in (:names)")
                .param("names", others)
                .update();
        try {
            delete(callers.token(Role.ADMINISTRATOR), "/api/v1/users/" + callers.name(Role.ADMINISTRATOR), 409);
            assertThat(status(
                            admin,
                            "PUT",
                            "/api/v1/users/" + callers.name(Role.ADMINISTRATOR),
                            "{\"role\": \"reader\"}"))
                    .isEqualTo(409);
        } finally {
            jdbc.sql("update person set disabled = false where name in (:names)")
                    .param("names", others)
                    .update();
        }
    }

    @Test
    void writesEveryChangeIntoATrailThatNobodyCanRewrite() {
        var path = "/api/v1/subscriptions/in-the-trail";
        var body = "{\"id\": \"in-the-trail\", \"name\": \"Trail\", \"filter\": {\"signals\": [\"never-told\"]},"
                + " \"webhook\": {\"url\": \"https://hooks.example.org/t\", \"secret\": \"" + RealParts.SECRET + "\"}}";
        var analyst = callers.token(Role.ANALYST);
        assertThat(status(analyst, "PUT", path, body)).isEqualTo(201);
        assertThat(status(analyst, "PUT", path, "{\"id\": \"other\"}")).isEqualTo(400);
        delete(callers.token(Role.ANALYST), path, 204);

        var trail = get(callers.token(Role.ADMINISTRATOR), "/api/v1/audit?limit=20");
        assertThat(trail)
                .contains(
                        "\"who\":\"table-analyst\",\"way\":\"token\",\"role\":\"analyst\",\"address\":\"127.0.0.1\","
                                + "\"action\":\"PUT /api/v1/subscriptions/{id}\",\"subject\":\"" + path
                                + "\",\"status\":201",
                        "\"action\":\"DELETE /api/v1/subscriptions/{id}\"")
                .doesNotContain("\"status\":400", RealParts.SECRET);
        assertThat(jdbc.sql("select count(*) from audit where subject = :path and before like '%\"name\": \"Trail\"%'"
                                + " or subject = :path and before like '%\"name\":\"Trail\"%'")
                        .param("path", path)
                        .query(Long.class)
                        .single())
                .as("what was deleted is described")
                .isEqualTo(1);
        for (var rewriting : List.of("update audit set who = 'nobody'", "delete from audit", "truncate audit")) {
            assertThat(catchThrowable(() -> jdbc.sql(rewriting).update()))
                    .hasMessageContaining("added to, never changed");
        }
    }

    private static String expected(Row row, Role role) {
        return switch (row.least()) {
            case "nobody", "anybody" -> "in";
            case "session" -> "403";
            default -> ROLES.indexOf(role.word()) >= ROLES.indexOf(row.least()) ? "in" : "403";
        };
    }

    private void check(Row row, String who, @Nullable String token, String expected, List<String> wrong) {
        var body = row.method().matches("POST|PUT") ? "{}" : null;
        var status = row.route().endsWith("/stream")
                ? statusOfStream(token, row.path())
                : status(token, row.method(), row.path(), body);
        // A form without the token of our page is refused whoever sends it.
        var isLogin = row.name().equals("POST /login");
        var got = (status == 401 || status == 403) && !isLogin ? String.valueOf(status) : "in";
        if (!got.equals(expected)) {
            wrong.add(row.name() + " as " + who + ": " + status + " (expected: " + expected + ")");
        }
    }

    private int status(@Nullable String token, String method, String path, @Nullable String body) {
        var request = (token == null ? stranger() : client(token))
                .method(HttpMethod.valueOf(method))
                .uri(URI.create(address() + path));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchangeToMono(
                        response -> Mono.just(response.statusCode().value()))
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow(() -> new AssertionError(method + " " + path + ": no answer"));
    }

    /** Reads no further than the head: a stream never ends. */
    private int statusOfStream(@Nullable String token, String path) {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            client.shutdownNow();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private String tagOf(String token, String path) {
        return String.valueOf(client(token)
                .get()
                .uri(path)
                .exchangeToMono(response -> response.toBodilessEntity())
                .blockOptional()
                .orElseThrow()
                .getHeaders()
                .getETag());
    }

    private int changed(String token, String path, String ifMatch) {
        return client(token)
                .put()
                .uri(path)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"role\": \"analyst\"}")
                .exchangeToMono(response -> Mono.just(response.statusCode().value()))
                .blockOptional()
                .orElseThrow();
    }

    private void delete(String token, String path, int status) {
        assertThat(status(token, "DELETE", path, null)).as(path).isEqualTo(status);
    }

    private String get(String token, String path) {
        return client(token)
                .get()
                .uri(path)
                .retrieve()
                .bodyToMono(String.class)
                .blockOptional()
                .orElseThrow();
    }
}
