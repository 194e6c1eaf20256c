package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.tumen.alert.Routes.Row;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.token.Tokens;
import org.tumen.alert.access.user.Users;
import org.tumen.model.assessment.ArticleAssessed;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Every route that names a thing or a person, tried with the id of what somebody else made. */
class OthersIT extends WholeService {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SUBSCRIPTION =
            "{\"id\": \"of-another\", \"name\": \"NAME\", \"filter\": {\"signals\": [\"never-told\"]}}";

    private static final String FEED = """
            {"url": "https://another.example.org/rss.xml", "name": "Another", "publisher": "Another", "family": "another",
             "language": "ko", "kind": "press"}""";

    /** What is sent where something must be; of a page as a form. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /subscriptions", "yaml=id: of-another%0Aname: Taken%0Afilter: {signals: [never-told]}",
            "POST /alerts/{id}/findings/{place}/verdict", "verdict=noise",
            "PUT /api/v1/users/{name}", "{\"role\": \"reader\"}",
            "PUT /api/v1/feeds/{id}", FEED,
            "PUT /api/v1/subscriptions/{id}", SUBSCRIPTION.replace("NAME", "Taken"),
            "POST /api/v1/alerts/{id}/acknowledge", "{\"by\": \"Min\"}",
            "POST /api/v1/alerts/{id}/findings/{place}/verdict", "{\"verdict\": \"noise\"}");

    @Autowired
    private Users users;

    @Autowired
    private Tokens tokens;

    private Callers owners;
    private Callers others;
    private ArticleAssessed told;

    @BeforeEach
    void somebodyMakesThings() {
        owners = new Callers("owner", users, tokens);
        others = new Callers("other", users, tokens);
        told = Assessments.of("protocol-snub", "Told to everybody", "He was not there at noon.", "was not there");
        publish(told);
        soon(() -> assertThat(delivery(told, "webhook")).isEqualTo("delivered"));
    }

    @Test
    void letsNobodyChangeWhatIsSomebodyElsesAndEverybodyShareTheRest() {
        var wrong = new ArrayList<String>();
        for (var row : Routes.all()) {
            if (row.hasId() && row.others().isEmpty()) {
                wrong.add(row.name() + ": the table does not say what somebody else gets");
            }
            if (!row.others().isEmpty()) {
                var status = status(row);
                if (!row.others().equals(String.valueOf(status))) {
                    wrong.add(row.name() + " as another " + row.least() + ": " + status + " (expected: " + row.others()
                            + ")");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(get("/api/v1/subscriptions/of-another")).contains("\"name\":\"Kept\"");
    }

    private int status(Row row) {
        var body = BODIES.getOrDefault(row.name(), row.method().equals("GET") ? "" : "{}");
        var request = client(others.token(Role.of(row.least()).orElseThrow()))
                .method(HttpMethod.valueOf(row.method()))
                .uri(URI.create(address() + path(row)));
        request.header("Accept", row.isOfThePage() ? "text/html" : "*/*").header("HX-Request", "true");
        if (!body.isEmpty()) {
            request.contentType(row.isOfThePage() ? MediaType.APPLICATION_FORM_URLENCODED : MediaType.APPLICATION_JSON)
                    .bodyValue(body);
        }
        return request.exchangeToMono(
                        response -> Mono.just(response.statusCode().value()))
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();
    }

    /** With ids of things that are there now: what the row before has removed is made again. */
    private String path(Row row) {
        var route = row.route().replace("{place}", "0");
        var about = route.replaceFirst("^/api/v1", "").split("/", -1)[1];
        return switch (about) {
            case "stories" -> route.replace("{id}", storyOf(told)).replace("{article}", article());
            case "articles" -> route.replace("{id}", article());
            case "alerts" -> route.replace("{id}", idOf(told));
            case "deliveries" -> route.replace("{id}", deliveryId(told, "webhook"));
            case "endpoints" -> route.replace("{subscription}", "triangle-desk");
            case "subscriptions" -> {
                made(Role.ANALYST, "PUT", "/subscriptions/of-another", SUBSCRIPTION.replace("NAME", "Kept"));
                yield route.replace("{id}", "of-another");
            }
            case "feeds" -> {
                made(Role.OPERATOR, "PUT", "/feeds/of-another", FEED);
                yield route.replace("{id}", "of-another");
            }
            case "feed-trials" ->
                route.replace(
                        "{id}",
                        idIn(made(Role.OPERATOR, "POST", "/feed-trials", "{\"url\": \"https://a.example.org/\"}")));
            case "silences" ->
                route.replace("{id}", idIn(made(Role.ANALYST, "POST", "/silences", """
                    {"matchers": {"title": "of another"}, "endsAt": "%s", "author": "Owner", "comment": "theirs"}""".formatted(
                                Instant.now().plusSeconds(60)))));
            case "users" -> {
                users.add("owned", Role.READER, "given-by-somebody");
                yield route.replace("{name}", "owned");
            }
            case "tokens" ->
                route.replace(
                        "{id}",
                        tokens.make(owners.name(Role.ANALYST), "theirs", Role.READER, null)
                                .token()
                                .id());
            default -> throw new AssertionError(row.name() + ": whose is it?");
        };
    }

    private String article() {
        return told.article().id().value();
    }

    private String made(Role role, String method, String path, String json) {
        return client(owners.token(role))
                .method(HttpMethod.valueOf(method))
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .retrieve()
                .bodyToMono(String.class)
                .blockOptional()
                .orElseThrow();
    }

    private static String idIn(String json) {
        return Objects.requireNonNull(JSON.readTree(json).get("id")).asString();
    }
}
