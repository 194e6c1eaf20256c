package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.user.Users;
import org.tumen.model.assessment.ArticleAssessed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends every example of {@code docs/api.md}, and holds the answers against the OpenAPI document. */
class ApiContractIT extends WholeService {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "the river has three banks";

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyDocumentedExampleIsAnsweredAsDocumented() throws Exception {
        var document = JSON.readTree(get("/v3/api-docs"));
        var ids = ids();
        var browser = administrator();
        var csrf = browser.csrfOn("/password");
        var seen = new TreeSet<String>();
        var changed = new TreeSet<String>();
        var faults = new ArrayList<String>();
        for (var documented : Example.all()) {
            var example = documented.with(ids);
            var answer = browser.call(
                    example.method(),
                    example.path(),
                    example.body() == null ? "" : example.body(),
                    csrf,
                    example.headers());
            var operation = operation(document, example);
            seen.add(example.method() + " " + operation);
            if (example.status() < 300 && example.isAChange()) {
                changed.add(example.method() + " " + operation);
            }
            if (answer.statusCode() != example.status()) {
                faults.add(example + ": " + answer.statusCode() + " " + answer.body());
            } else {
                faults.addAll(faults(document, operation, example, answer));
            }
            remember(example, answer, ids);
        }
        assertThat(faults).isEmpty();
        assertThat(operations(document)).as("every operation has an example").isEqualTo(seen);
        assertThat(trail("true")).as("every change is in the trail").containsAll(changed);
        assertThat(trail("before is null and after is null"))
                .as("and nothing in it says no more than that")
                .isEmpty();
    }

    @Test
    void listsOperationsUnderWhatTheyAreAbout() {
        var paths = JSON.readTree(get("/v3/api-docs")).get("paths");
        assertThat(paths.at("/~1api~1v1~1users~1{name}/delete/tags").toString()).isEqualTo("[\"users\"]");
        assertThat(paths.toString()).doesNotContain("-controller");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/alerts/ALERT",
                "/api/v1/silences?limit=2",
                "/api/v1/subscriptions?limit=2",
                "/api/v1/subscriptions/triangle-desk",
                "/api/v1/findings?signal=stays-as-it-is"
            })
    void sparesWhoeverHasSeenItTheUnchanged(String route) {
        var path = route.replace("ALERT", idOf(raised("A gift that stays as it is")));
        var tag = answer(path, "none of ours").getHeaders().getETag();
        assertThat(answer(path, String.valueOf(tag)).getStatusCode().value()).isEqualTo(304);
    }

    @Test
    void goesThroughAListPageByPageAndTellsOfEachOnce() {
        for (var number : List.of("first", "second", "third")) {
            raised("A gift of the " + number + " page");
            answerTo("/api/v1/silences", """
                    {"matchers": {"title": "of the %s page"}, "endsAt": "%s", "author": "Min", "comment": "paging"}""".formatted(number, Instant.now().plus(Duration.ofHours(1))));
        }
        for (var list : Map.of("articles", "/id", "silences", "/id", "subscriptions", "/subscription/id")
                .entrySet()) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = JSON.readTree(get("/api/v1/" + list.getKey() + "?limit=2&cursor=" + cursor));
                page.get("items")
                        .forEach(item -> seen.add(item.at(list.getValue()).asString()));
                cursor = page.path("next").asString("");
            } while (!cursor.isEmpty());
            assertThat(seen).as(list.getKey()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        }
    }

    /** What was done by the person of this test. */
    private List<String> trail(String condition) {
        return jdbc.sql("select distinct action from audit where who = 'contract' and subject like '/api/%' and "
                        + condition)
                .query(String.class)
                .list();
    }

    private ResponseEntity<Void> answer(String path, String seen) {
        return client().get()
                .uri(path)
                .header("If-None-Match", seen)
                .exchangeToMono(response -> response.toBodilessEntity())
                .blockOptional()
                .orElseThrow();
    }

    private static List<String> faults(
            JsonNode document, String operation, Example example, HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (example.status() >= 400) {
            return problem(example, answer.body());
        }
        var content = document.at("/paths/" + operation.replace("~", "~0").replace("/", "~1") + "/"
                + example.method().toLowerCase(Locale.ROOT) + "/responses");
        var response = content.has(String.valueOf(example.status()))
                ? content.get(String.valueOf(example.status()))
                : content.path("200");
        var schema = response.at("/content/application~1json/schema");
        if (!type.startsWith("application/json") || type.startsWith("application/jsonl")) {
            return List.of();
        }
        if (example.method().equals("GET")
                && answer.headers().firstValue("ETag").isEmpty()) {
            return List.of(example + ": no ETag");
        }
        if (!schema.isObject() || isText(schema)) {
            return List.of();
        }
        var whole = ((ObjectNode) schema).deepCopy();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.get("components"));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var body = withoutNulls(JSON.readTree(answer.body()));
        return registry.getSchema(whole.toString()).validate(body.toString(), InputFormat.JSON).stream()
                .map(error -> example + ": " + error)
                .toList();
    }

    /** RFC 9457, and where a value is refused, which and what is allowed. */
    private static List<String> problem(Example example, String body) {
        var problem = JSON.readTree(body);
        var missing = new ArrayList<String>();
        var wanted = example.status() == 400
                ? List.of("title", "status", "detail", "instance", "field", "allowed")
                : List.of("title", "status", "detail", "instance");
        wanted.stream()
                .filter(member -> !problem.has(member))
                .forEach(member -> missing.add(example + ": no " + member + " in " + body));
        return missing;
    }

    /** Subscriptions write their own JSON. */
    private static boolean isText(JsonNode schema) {
        return schema.path("type").asString("").equals("string");
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var names = List.copyOf(object.propertyNames());
            names.stream().filter(name -> object.get(name).isNull()).forEach(object::remove);
        }
        node.forEach(ApiContractIT::withoutNulls);
        return node;
    }

    private static String operation(JsonNode document, Example example) {
        return document.get("paths").propertyNames().stream()
                .filter(path -> example.route().matches(path.replaceAll("\\{\\w+}", "[^/]+")))
                .filter(path ->
                        document.get("paths").get(path).has(example.method().toLowerCase(Locale.ROOT)))
                .min(Comparator.comparing((String path) -> path.contains("{")))
                .orElseThrow(() -> new AssertionError("not in the document: " + example));
    }

    private static Set<String> operations(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> ids() {
        var assessed = raised("A gift for the examples");
        var ids = new HashMap<String, String>();
        ids.put("ALERT", idOf(assessed));
        ids.put("ARTICLE", assessed.article().id().value());
        ids.put("STORY", storyOf(assessed));
        ids.put("FEED", "contract-feed");
        jdbc.sql("insert into feed_state (feed, state, since) values ('contract-feed', 'healthy', now())"
                        + " on conflict do nothing")
                .update();
        ids.put(
                "TOMORROW",
                Instant.now()
                        .plus(1, ChronoUnit.DAYS)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        return ids;
    }

    /** What was made by one example is used by those that follow. */
    private static void remember(Example example, HttpResponse<String> answer, Map<String, String> ids) {
        if (example.status() == 201 && example.route().endsWith("/silences")) {
            ids.put("SILENCE", JSON.readTree(answer.body()).path("id").asString(""));
        } else if (example.status() == 201 && example.route().endsWith("/tokens")) {
            ids.put("TOKEN", JSON.readTree(answer.body()).at("/token/id").asString(""));
        } else if (example.path().contains("state=delivered")) {
            ids.put("DELIVERY", JSON.readTree(answer.body()).at("/items/0/id").asString("none"));
        }
    }

    private ArticleAssessed raised(String title) {
        var assessed = Assessments.of("symbolic-gift", title, "He gave a horse to the guest.", "gave a horse");
        publish(assessed);
        soon(() -> assertThat(alerts(assessed)).isEqualTo(1));
        return assessed;
    }

    private Browser administrator() throws Exception {
        if (users.add("contract", Role.ADMINISTRATOR, "given-by-somebody")) {
            users.choosePassword("contract", PASSWORD);
        }
        var browser = new Browser(address());
        browser.fill("/login", Map.of("name", "contract", "password", PASSWORD));
        return browser;
    }
}
