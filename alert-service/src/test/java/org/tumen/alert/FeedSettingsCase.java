package org.tumen.alert;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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

/** Somebody of each role who changes feeds by the API, and a crawler that tells of them. */
abstract class FeedSettingsCase extends WholeService {

    static final String DEFINITION = """
            {"url": "https://settings.example.org/rss.xml", "name": "Example", "publisher": "Example", "family": "example",
             "language": "ko", "country": "KR", "kind": "press", "every": "10m", "listing": {"item": "ul > li"}}""";

    @Autowired
    private Users users;

    @Autowired
    private Tokens tokens;

    private Callers callers;

    /** The tag is empty where there is none. */
    record Answer(int status, String body, String tag) {}

    @BeforeEach
    void makeCallers() {
        callers = new Callers("feeds", users, tokens);
    }

    String nameOf(Role role) {
        return callers.name(role);
    }

    void say(String feed, FeedState state, String reason) {
        var now = Instant.now();
        publish(EventRecords.write(Envelope.first(
                new FeedHealthChanged(new FeedId(feed), FeedState.NEW, state, now, reason),
                URI.create("/crawler-service"),
                now)));
    }

    Answer call(Role role, String method, String path, @Nullable String json, String... header) {
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
}
