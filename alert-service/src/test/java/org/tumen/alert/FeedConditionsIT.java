package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.tumen.alert.access.Caller.Role;
import org.tumen.model.feed.FeedState;

/** A feed is changed by whoever knows how it is: {@code If-Match}, {@code If-None-Match} and the tags that they name. */
class FeedConditionsIT extends FeedSettingsCase {

    private static final String DEFINITION_OF_SEEN = DEFINITION.replace("rss.xml", "seen.xml");

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
}
