package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tumen.alert.access.Caller.Role;
import org.tumen.model.feed.FeedState;

/** Adding, pausing and removing feeds, from the page or the API to the topic that crawlers read. */
class FeedSettingsIT extends FeedSettingsCase {

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
            assertThat(wanted.by()).isEqualTo(nameOf(Role.OPERATOR));
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
        browser.fill("/login", Map.of("name", nameOf(role), "password", Callers.PASSWORD));
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

    private String trail() {
        return call(Role.ADMINISTRATOR, "GET", "/api/v1/audit?limit=50", null).body();
    }
}
