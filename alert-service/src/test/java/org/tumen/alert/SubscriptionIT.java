package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscriptions;
import org.tumen.model.alert.SubscriptionId;

/** Subscriptions by REST, and files that change while the service runs. */
class SubscriptionIT extends WholeService {

    @Autowired
    private Subscriptions subscriptions;

    @Test
    void makesChangesAndDeletesASubscription() {
        var body = """
                {"id": "made", "name": "Made", "filter": {"text": "beacon"},
                 "webhook": {"url": "%s", "secret": "%s"}}""".formatted(RealParts.RECEIVER.url("/made"), RealParts.SECRET);
        var created = call(HttpMethod.PUT, "made", body, null);
        assertThat(created.getStatusCode()).isEqualTo(CREATED);
        assertThat(created.getBody())
                .isEqualTo(
                        "{\"id\":\"made\",\"name\":\"Made\",\"filter\":{\"text\":\"beacon\"},\"webhook\":{\"url\":\"%s\"}}"
                                .formatted(RealParts.RECEIVER.url("/made")));
        publish(Assessments.at(Assessments.month(), Assessments.article("en", "A beacon shines", "It does.")));
        soon(() -> assertThat(RealParts.RECEIVER.calls("/made")).hasSize(1));

        var again = call(HttpMethod.PUT, "made", body, null);
        assertThat(again.getStatusCode()).isEqualTo(OK);
        assertThat(tag(again)).isEqualTo(tag(created));

        var withoutSecret = String.valueOf(created.getBody()).replace("beacon", "bell");
        var changed = call(HttpMethod.PUT, "made", withoutSecret, tag(created));
        assertThat(changed.getStatusCode()).isEqualTo(OK);
        assertThat(tag(changed)).isNotEqualTo(tag(created));
        assertThat(call(HttpMethod.PUT, "made", body, tag(created)).getStatusCode())
                .isEqualTo(PRECONDITION_FAILED);
        publish(Assessments.at(Assessments.month(), Assessments.article("en", "A bell rings", "It does.")));
        soon(() -> assertThat(RealParts.RECEIVER.calls("/made")).hasSize(2));

        assertThat(get("/api/v1/subscriptions?limit=200"))
                .contains("\"id\":\"made\"", "\"file\":\"desk-0.yaml\"}")
                .doesNotContain("whsec_");
        assertThat(call(HttpMethod.GET, "made", null, null).getBody()).isEqualTo(withoutSecret);
        assertThat(call(HttpMethod.DELETE, "made", null, tag(created)).getStatusCode())
                .isEqualTo(PRECONDITION_FAILED);
        assertThat(call(HttpMethod.DELETE, "made", null, tag(changed)).getStatusCode())
                .isEqualTo(NO_CONTENT);
        assertThat(call(HttpMethod.GET, "made", null, null).getStatusCode()).isEqualTo(NOT_FOUND);
        assertThat(call(HttpMethod.DELETE, "made", null, null).getStatusCode()).isEqualTo(NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'bad', 'name': 'Bad', 'filter': {'minScore': 2}} | filter.minScore | a number from 0 to 1",
                "{'id': 'bad', 'name': 'Bad', 'filter': {'text': 'oil AND'}} | filter.text | a word, a phrase in"
                        + " quotes, or a group in brackets",
                "{'id': 'bad', 'name': 'Bad', 'filter': {'tone': 1}} | filter.tone | one of dyads, families",
                "{'id': 'bad', 'name': ' '} | name | a name for people",
                "{'id': 'other', 'name': 'Bad'} | id | bad, as in the address",
                "{'id': 'bad', 'name': 'Bad', 'webhook': {'url': 'http://x', 'secretFile': '/etc/passwd'}} |"
                        + " webhook.secretFile | secret or secrets",
                "{'id': 'bad', 'name': 'Bad', 'webhook': {'url': 'http://x', 'secretFiles': ['/etc/passwd']}} |"
                        + " webhook.secretFiles | secret or secrets",
                "{'id': 'bad', 'name': 'Bad', 'timing': {'digest': {'cron': '0 7 * * *', 'zone': 'Here'}}} |"
                        + " timing.digest.zone | a zone of the IANA database",
                "{'id': 'bad', 'name': 'Bad', 'escalate': {'after': '20m', 'to': []}} | escalate.to | e-mail addresses",
                "{'id': 'bad', 'name': 'Bad', 'escalate': {'after': '20', 'to': ['a@b']}} | escalate.after | a whole"
                        + " number and one of ms",
                "{'id': 'bad', 'name': 'Bad', 'webhook': {'url': 'http://x'}} | webhook | one of secret, secretFile, secrets, secretFiles",
            })
    void saysOfARefusedSubscriptionWhichFieldItIsAndWhatIsAllowed(String body, String field, String allowed) {
        var refused = call(HttpMethod.PUT, "bad", body.replace('\'', '"'), null);
        assertThat(refused.getStatusCode()).isEqualTo(BAD_REQUEST);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused.getBody())
                .contains("\"field\":\"" + field + "\"", "\"allowed\":\"" + allowed)
                .doesNotContain("passwd:");
    }

    /** The same words as in a file give the same subscription, and come back as they were given. */
    @Test
    void carriesTimingAndEscalationAsFilesDo() throws IOException {
        var rest = """
                "timing":{"groupWait":"90s","repeat":["claim"],"digest":{"cron":"0 7 * * mon-fri","zone":"Asia/Seoul",\
                "empty":true},"quietHours":{"from":"22:00","to":"06:30","zone":"Asia/Seoul","days":["sat","sun"]}},\
                "escalate":{"after":"20m","to":["boss@example.org"]}}""";
        var file = subscriptionsFolder().resolve("timed.yaml");
        try {
            Files.writeString(file, "subscriptions: [{\"id\":\"timed-file\",\"name\":\"Timed\"," + rest + "]");
            soon(() -> assertThat(subscriptions.find(new SubscriptionId("timed-file")))
                    .isPresent());
            var made = "{\"id\":\"timed\",\"name\":\"Timed\"," + rest;
            var created = call(HttpMethod.PUT, "timed", made, null);
            assertThat(created.getStatusCode()).as(created.getBody()).isEqualTo(CREATED);
            assertThat(call(HttpMethod.GET, "timed", null, null).getBody()).isEqualTo(made);
            assertThat(tag(call(HttpMethod.PUT, "timed", made, null))).isEqualTo(tag(created));
            var ofFile = subscriptions.find(new SubscriptionId("timed-file")).orElseThrow();
            assertThat(subscriptions.find(new SubscriptionId("timed")).orElseThrow())
                    .returns(ofFile.timing(), Subscription::timing)
                    .returns(ofFile.escalation(), Subscription::escalation)
                    .returns(true, Subscription::asksFirst);
        } finally {
            Files.delete(file);
            call(HttpMethod.DELETE, "timed", null, null);
        }
        soon(() -> assertThat(get("/actuator/subscriptions")).contains("\"faults\":[]"));
    }

    @Test
    void leavesWhatStandsInAFileToTheFile() {
        var body = "{\"id\": \"nobody\", \"name\": \"Somebody\"}";
        for (var method : new HttpMethod[] {HttpMethod.PUT, HttpMethod.DELETE}) {
            var refused = call(method, "nobody", HttpMethod.PUT.equals(method) ? body : null, null);
            assertThat(refused.getStatusCode()).isEqualTo(CONFLICT);
            assertThat(refused.getBody()).contains("nobody stands in the file desk-0.yaml");
        }
        assertThat(call(HttpMethod.GET, "nobody", null, null).getBody()).contains("\"name\":\"Nobody\"");
    }

    @Test
    void takesOverAFileThatIsChangedAndTellsOfAFaultInIt() throws IOException {
        var file = subscriptionsFolder().resolve("more.yaml");
        try {
            Files.writeString(file, "subscriptions: [{id: more, name: More}]");
            soon(() -> assertThat(statusOf("more")).isEqualTo(OK));
            Files.writeString(file, "subscriptions: [{id: more, name: More, filter: {text: '*oil'}}]");
            soon(() -> assertThat(get("/actuator/subscriptions"))
                    .contains("more.yaml:1: subscriptions[0].filter.text: at character 1: * (expected: only *"));
            assertThat(statusOf("more")).isEqualTo(OK);
            assertThat(get("/actuator/prometheus")).contains("tumen_alert_subscriptions_faults 1.0");
        } finally {
            Files.delete(file);
        }
        soon(() -> assertThat(get("/actuator/subscriptions")).contains("\"faults\":[]"));
        assertThat(statusOf("more")).isEqualTo(NOT_FOUND);
    }

    private HttpStatusCode statusOf(String id) {
        return call(HttpMethod.GET, id, null, null).getStatusCode();
    }

    private ResponseEntity<String> call(HttpMethod method, String id, @Nullable String body, @Nullable String ifMatch) {
        var request = client().method(method).uri("/api/v1/subscriptions/" + id).headers(headers -> {
            if (ifMatch != null) {
                headers.setIfMatch(ifMatch);
            }
        });
        var complete = body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        return complete.exchangeToMono(answer -> answer.toEntity(String.class))
                .blockOptional()
                .orElseThrow();
    }

    private static @Nullable String tag(ResponseEntity<String> answer) {
        return answer.getHeaders().getFirst(HttpHeaders.ETAG);
    }
}
