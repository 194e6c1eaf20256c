package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.token.Tokens;
import org.tumen.alert.access.user.Users;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedHealthChanged;
import org.tumen.model.feed.FeedId;
import org.tumen.model.feed.FeedState;

/** Adding, pausing and removing feeds, from the page or the API to the topic that crawlers read. */
class FeedSettingsIT extends WholeService {

    private static final String DEFINITION = """
            {"url": "https://settings.example.org/rss.xml", "name": "Example", "publisher": "Example", "family": "example",
             "language": "ko", "country": "KR", "kind": "press", "every": "10m", "listing": {"item": "ul > li"}}""";

    private static final String DEFINITION_OF_SEEN = DEFINITION.replace("rss.xml", "seen.xml");

    @Autowired
    private Users users;

    @Autowired
    private Tokens tokens;

    private Callers callers;

    /** The tag is empty where there is none. */
    private record Answer(int status, String body, String tag) {}

    @BeforeEach
    void makeCallers() {
        callers = new Callers("feeds", users, tokens);
    }

    @Test
    void anAddedFeedIsPublishedChangedPausedAndTakenBack() {
        var path = "/api/v1/feeds/added-by-rest";
        assertThat(call(Role.OPERATOR, "PUT", path, DEFINITION))
                .matches(answer -> answer.status() == 201)
                .extracting(Answer::body)
                .asString()
                .contains("\"every\":\"10m\"", "\"state\":\"unknown\"", "\"paused\":false");
        soon(() -> assertThat(FeedSettingsTopic.wanted("added-by-rest")).satisfies(wanted -> {
            assertThat(wanted).isNotNull();
            assertThat(wanted.definition()).isNotNull();
            assertThat(wanted.definition().url()).isEqualTo(URI.create("https://settings.example.org/rss.xml"));
            assertThat(wanted.definition().listing()).isNotNull();
            assertThat(wanted.by()).isEqualTo(callers.name(Role.OPERATOR));
        }));

        assertThat(call(Role.OPERATOR, "PUT", path, DEFINITION.replace("10m", "1h"))
                        .status())
                .isEqualTo(200);
        assertThat(call(Role.OPERATOR, "POST", path + "/pause", null).body()).contains("\"paused\":true");
        soon(() -> assertThat(FeedSettingsTopic.wanted("added-by-rest")).satisfies(wanted -> {
            assertThat(wanted).isNotNull();
            assertThat(wanted.paused()).isTrue();
            assertThat(wanted.definition()).isNotNull();
            assertThat(wanted.definition().every()).hasHours(1);
        }));
        say("added-by-rest", FeedState.PAUSED, "paused by somebody");
        soon(() -> assertThat(call(Role.READER, "GET", path, null).body()).contains("\"state\":\"paused\""));

        assertThat(call(Role.OPERATOR, "DELETE", path, null).status()).isEqualTo(204);
        soon(() -> assertThat(FeedSettingsTopic.table()).containsEntry("added-by-rest", null));
        assertThat(call(Role.READER, "GET", path, null).status()).isEqualTo(404);
        assertThat(trail()).contains("DELETE", path, "settings.example.org");

        say("added-by-rest", FeedState.HEALTHY, "told of a poll that was under way");
        soon(() -> assertThat(call(Role.READER, "GET", path, null).status()).isEqualTo(200));
        assertThat(call(Role.OPERATOR, "DELETE", path, null).status()).isEqualTo(404);
        assertThat(call(Role.OPERATOR, "PUT", path, DEFINITION).status()).isEqualTo(201);
        assertThat(call(Role.OPERATOR, "DELETE", path, null).status()).isEqualTo(204);
    }

    @Test
    void aFeedOfAFileIsPausedAndNotRedefined() {
        say("of-a-file", FeedState.HEALTHY, "read");
        soon(() -> assertThat(call(Role.READER, "GET", "/api/v1/feeds/of-a-file", null)
                        .status())
                .isEqualTo(200));

        assertThat(call(Role.OPERATOR, "PUT", "/api/v1/feeds/of-a-file", DEFINITION))
                .matches(answer -> answer.status() == 409)
                .extracting(Answer::body)
                .asString()
                .contains("stands in a file of the crawler, which wins");
        assertThat(call(Role.OPERATOR, "DELETE", "/api/v1/feeds/of-a-file", null)
                        .status())
                .isEqualTo(409);

        assertThat(call(Role.OPERATOR, "POST", "/api/v1/feeds/of-a-file/pause", null)
                        .status())
                .isEqualTo(200);
        soon(() -> assertThat(FeedSettingsTopic.wanted("of-a-file")).satisfies(wanted -> {
            assertThat(wanted).isNotNull();
            assertThat(wanted.definition()).isNull();
            assertThat(wanted.paused()).isTrue();
        }));
        assertThat(call(Role.OPERATOR, "POST", "/api/v1/feeds/of-a-file/resume", null)
                        .status())
                .isEqualTo(200);
        soon(() -> assertThat(FeedSettingsTopic.table()).containsEntry("of-a-file", null));
        assertThat(call(Role.OPERATOR, "POST", "/api/v1/feeds/nobody-knows/pause", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFeedIsChangedOnlyByWhoeverHasSeenItAsItIs() {
        var path = "/api/v1/feeds/seen-before";
        assertThat(call(Role.OPERATOR, "PUT", path, DEFINITION_OF_SEEN, "If-Match", "*")
                        .status())
                .as("there is none to match")
                .isEqualTo(412);
        var first = call(Role.OPERATOR, "PUT", path, DEFINITION_OF_SEEN, "If-None-Match", "*");
        assertThat(first.status()).isEqualTo(201);
        assertThat(call(Role.OPERATOR, "PUT", path, DEFINITION_OF_SEEN, "If-None-Match", "*")
                        .status())
                .as("it is there already")
                .isEqualTo(412);
        assertThat(call(Role.READER, "GET", path, null).tag()).isEqualTo(first.tag());

        var changed = DEFINITION_OF_SEEN.replace("10m", "1h");
        var second = call(Role.OPERATOR, "PUT", path, changed, "If-Match", first.tag());
        assertThat(second.status()).isEqualTo(200);
        for (var method : List.of("PUT", "DELETE")) {
            assertThat(call(
                            Role.OPERATOR,
                            method,
                            path,
                            method.equals("PUT") ? changed : null,
                            "If-Match",
                            first.tag()))
                    .as(method)
                    .matches(answer -> answer.status() == 412)
                    .extracting(Answer::body)
                    .asString()
                    .contains("\"status\":412", "seen-before has been changed 2 times", "\"instance\":\"" + path);
        }
        for (var action : List.of("/pause", "/resume")) {
            assertThat(call(Role.OPERATOR, "POST", path + action, null, "If-Match", first.tag())
                            .status())
                    .as(action)
                    .isEqualTo(412);
        }
        assertThat(call(Role.READER, "GET", path, null)).isEqualTo(second);

        assertThat(call(Role.OPERATOR, "DELETE", path, null, "If-Match", "\"7\", " + second.tag())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whatTheCrawlerTellsShowsInTheTagAndHindersNobody() {
        var path = "/api/v1/feeds/told-meanwhile";
        var added = call(Role.OPERATOR, "PUT", path, DEFINITION.replace("rss.xml", "told.xml"));
        say("told-meanwhile", FeedState.HEALTHY, "read");
        soon(() -> assertThat(call(Role.READER, "GET", path, null))
                .matches(answer -> answer.body().contains("healthy"))
                .matches(answer -> !answer.tag().equals(added.tag())));
        var seen = call(Role.READER, "GET", path, null);
        assertThat(call(Role.READER, "GET", path, null, "If-None-Match", seen.tag())
                        .status())
                .isEqualTo(304);
        assertThat(call(Role.READER, "GET", path, null, "If-None-Match", added.tag())
                        .status())
                .isEqualTo(200);
        assertThat(call(Role.OPERATOR, "DELETE", path, null, "If-Match", added.tag())
                        .status())
                .isEqualTo(204);
    }

    @Test
    void ofManyWhoHaveSeenTheSameOneChangesIt() throws Exception {
        var path = "/api/v1/feeds/wanted-by-many";
        var definition = DEFINITION.replace("rss.xml", "many.xml");
        var seen = call(Role.OPERATOR, "PUT", path, definition).tag();
        Callable<Integer> change =
                () -> call(Role.OPERATOR, "PUT", path, definition.replace("10m", "1h"), "If-Match", seen)
                        .status();
        try (var callersAtOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var answer : callersAtOnce.invokeAll(Collections.nCopies(8, change))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        call(Role.OPERATOR, "DELETE", path, null);
    }

    @Test
    void aFaultNamesItsFieldAndWhatIsAllowed() {
        assertFault(DEFINITION.replace("\"ko\"", "\"Korean\""), "language", "a BCP 47 tag");
        assertFault(DEFINITION.replace("https:", "ftp:"), "url", "an absolute http or https address");
        assertFault(DEFINITION.replace("10m", "often"), "every", "a whole number and one of ms");
        assertFault(DEFINITION.replace("\"press\"", "\"blog\""), "kind", "official, state-media, agency");
        assertFault(DEFINITION.replace("\"country\"", "\"land\""), "land", "one of country");
        assertFault(DEFINITION.replace("\"KR\"", "\"Korea\""), "country", "two upper-case letters");

        var taken = DEFINITION.replace("rss.xml", "taken.xml");
        assertThat(call(Role.OPERATOR, "PUT", "/api/v1/feeds/took-it", taken).status())
                .isEqualTo(201);
        assertFault(taken, "url", "added as took-it");
        call(Role.OPERATOR, "DELETE", "/api/v1/feeds/took-it", null);
    }

    @Test
    void thePageAddsAFeedAndSaysWhatIsWrongWithoutLosingWhatWasWritten() throws Exception {
        var operator = browser(Role.OPERATOR);
        var csrf = operator.csrfOn("/feeds");

        assertThat(operator.submit("/feeds", form("added-on-page", "Korean"), csrf)
                        .body())
                .contains("language: Korean (expected: a BCP 47 tag", "value=\"https://page.example.org/rss\"")
                .contains("value=\"Korean\"", "aria-invalid=\"true\"");
        assertThat(operator.submit("/feeds", form("added-on-page", "ko"), csrf).statusCode())
                .isEqualTo(303);
        soon(() -> assertThat(FeedSettingsTopic.wanted("added-on-page")).isNotNull());
        assertThat(operator.look("/feeds").body())
                .contains("added-on-page", "added by", "/feeds/added-on-page/pause", "/feeds/added-on-page/remove");

        say("added-on-page", FeedState.REFUSED, "url: is <polled> already (expected: each once)");
        soon(() -> assertThat(operator.look("/feeds").body())
                .contains("refused", "url: is &lt;polled&gt; already (expected: each once)"));
        assertThat(operator.submit("/feeds/added-on-page/pause", Map.of(), csrf).statusCode())
                .isEqualTo(303);
        assertThat(operator.look("/feeds").body()).contains("/feeds/added-on-page/resume");
        assertThat(operator.submit("/feeds/added-on-page/remove", Map.of(), csrf)
                        .statusCode())
                .isEqualTo(303);
        soon(() -> assertThat(FeedSettingsTopic.table()).containsEntry("added-on-page", null));
    }

    @Test
    void readersAndAnalystsSeeNoButtonsAndForgersGetNowhere() throws Exception {
        say("only-looked-at", FeedState.HEALTHY, "read");
        var analyst = browser(Role.ANALYST);
        soon(() -> assertThat(analyst.look("/feeds").body()).contains("only-looked-at"));
        assertThat(analyst.look("/feeds").body()).doesNotContain("/pause\"").doesNotContain("Add a feed");
        assertThat(analyst.submit("/feeds/only-looked-at/pause", Map.of(), analyst.csrfOn("/silences"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser(Role.OPERATOR)
                        .submit("/feeds/only-looked-at/pause", Map.of(), "forged")
                        .statusCode())
                .isEqualTo(403);
        assertThat(FeedSettingsTopic.table()).doesNotContainKey("only-looked-at");
    }

    private Browser browser(Role role) throws Exception {
        var browser = new Browser(address());
        browser.fill("/login", Map.of("name", callers.name(role), "password", Callers.PASSWORD));
        return browser;
    }

    private void assertFault(String definition, String field, String allowed) {
        assertThat(call(Role.OPERATOR, "PUT", "/api/v1/feeds/at-fault", definition))
                .matches(answer -> answer.status() == 400)
                .extracting(Answer::body)
                .asString()
                .contains("\"field\":\"" + field + "\"", allowed);
    }

    private static Map<String, String> form(String id, String language) {
        return Map.of(
                "id", id,
                "url", "https://page.example.org/rss",
                "name", "Page",
                "publisher", "Page",
                "family", "page",
                "language", language,
                "country", "",
                "kind", "press",
                "every", "");
    }

    private void say(String feed, FeedState state, String reason) {
        var now = Instant.now();
        publish(EventRecords.write(Envelope.first(
                new FeedHealthChanged(new FeedId(feed), FeedState.NEW, state, now, reason),
                URI.create("/crawler-service"),
                now)));
    }

    private Answer call(Role role, String method, String path, @Nullable String json, String... header) {
        var request =
                client(callers.token(role)).method(HttpMethod.valueOf(method)).uri(path);
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        if (json != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
        }
        return request.exchangeToMono(response -> response.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(body -> new Answer(
                                response.statusCode().value(),
                                body,
                                Objects.requireNonNullElse(
                                        response.headers().asHttpHeaders().getETag(), ""))))
                .blockOptional()
                .orElseThrow();
    }

    private String trail() {
        return call(Role.ADMINISTRATOR, "GET", "/api/v1/audit?limit=50", null).body();
    }
}
