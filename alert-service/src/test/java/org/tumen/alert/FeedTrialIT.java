package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.tumen.alert.access.Caller.Role;
import org.tumen.alert.access.token.Tokens;
import org.tumen.alert.access.user.Users;
import org.tumen.model.Topic;
import org.tumen.model.envelope.Envelope;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.feed.FeedTrialRequested;
import org.tumen.model.feed.FeedTried;
import org.tumen.model.feed.FeedTried.Line;

/** From the form to the topic that crawlers read, and back. */
class FeedTrialIT extends WholeService {

    private static final String ADDRESS = "https://trial.example.org/latest";

    @Autowired
    private Users users;

    @Autowired
    private Tokens tokens;

    private Callers callers;

    @BeforeEach
    void makeCallers() {
        callers = new Callers("trials", users, tokens);
    }

    @Test
    void thePageAsksACrawlerAndShowsWhatItSawWithTheFormFilledIn() throws Exception {
        var operator = new Browser(address());
        operator.fill("/login", Map.of("name", callers.name(Role.OPERATOR), "password", Callers.PASSWORD));
        var asked = operator.submit(
                "/feed-trials", Map.of("url", ADDRESS, "item", "ul.news > li"), operator.csrfOn("/feeds"));
        assertThat(asked.statusCode()).isEqualTo(303);
        var page = location(asked);
        assertThat(operator.look(page).body()).contains("A crawler is trying it", "hx-trigger=\"every 1s\"");

        var request = requested(page.substring(page.lastIndexOf('/') + 1));
        assertThat(request.url()).isEqualTo(URI.create(ADDRESS));
        assertThat(request.by()).isEqualTo(callers.name(Role.OPERATOR));
        assertThat(request.listing()).isNotNull();
        assertThat(request.listing().item()).isEqualTo("ul.news > li");

        answer(request, true, new Line("title", "<script>alert(1)</script> & Söhne"), new Line("language", "de"));
        answer(request, false, new Line("failed", "told a second time"));
        soon(() -> assertThat(operator.look(page).body())
                .contains("Tumen can use it", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne", "language=de")
                .doesNotContain("<script>alert", "every 1s"));
        assertThat(operator.look("/feeds?url=" + ADDRESS + "&name=Example&language=de&item=li")
                        .body())
                .contains("value=\"" + ADDRESS + "\"", "value=\"Example\"", "value=\"de\"", "value=\"li\"");

        assertThat(operator.submit("/feed-trials", Map.of("url", "ftp://x.example/"), operator.csrfOn("/feeds")))
                .matches(answer -> answer.statusCode() == 400)
                .extracting(HttpResponse::body)
                .asString()
                .contains("url: ftp://x.example/ (expected: an absolute http or https address");
    }

    @Test
    void programsAskAndLookAgain() throws Exception {
        var id = ask("{\"url\": \"" + ADDRESS + "\"}").replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(get("/api/v1/feed-trials/" + id)).contains("\"state\":\"waiting\"", "\"told\":[]");

        answer(requested(id), false, new Line("failed", "HTTP 404"));
        soon(() -> assertThat(get("/api/v1/feed-trials/" + id))
                .contains("\"state\":\"unusable\"", "{\"label\":\"failed\",\"text\":\"HTTP 404\"}"));

        assertThat(ask("{}")).contains("\"field\":\"url\"", "missing");
        assertThat(ask("{\"url\": 1")).contains("\"status\":400");
    }

    private String ask(String json) {
        return client(callers.token(Role.OPERATOR))
                .post()
                .uri("/api/v1/feed-trials")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchangeToMono(response -> response.bodyToMono(String.class))
                .blockOptional()
                .orElseThrow();
    }

    private void answer(FeedTrialRequested request, boolean usable, Line... told) {
        var now = Instant.now();
        publish(EventRecords.write(Envelope.first(
                new FeedTried(request.trial(), usable, List.of(told), now), URI.create("/crawler-service"), now)));
    }

    /** What crawlers read of it. */
    private static FeedTrialRequested requested(String trial) throws Exception {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RealParts.brokers(),
                        "group.id",
                        "asks-for-" + trial,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.FEED_TRIALS.topicName()));
            var found = new ArrayList<FeedTrialRequested>();
            soon(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    var request =
                            EventRecords.read(record, FeedTrialRequested.class).event();
                    if (request.trial().equals(trial)) {
                        found.add(request);
                    }
                });
                assertThat(found).hasSize(1);
            });
            return found.getFirst();
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
