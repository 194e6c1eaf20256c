package org.tumen.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tumen.alert.Mails.mailsTo;
import static org.tumen.alert.Mails.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.tumen.model.assessment.ArticleAssessed;

/** Endpoints that change their secret, hang, or fail for days, and what is done again afterwards. */
class EndpointIT extends WholeService {

    @Test
    void signsWithBothSecretsWhileOneIsChangedForTheOther() {
        var assessed = Assessments.of("labour-dispatch", "Workers left", "Workers were sent.", "were sent");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        assertThat(RealParts.RECEIVER.calls("/rotated").getFirst().signature().split(" "))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"));
    }

    @Test
    void delaysNobodyForAnEndpointThatHangs() {
        var hanging = new MockResponse.Builder()
                .code(204)
                .headersDelay(4, TimeUnit.SECONDS)
                .build();
        List<ArticleAssessed> slow = new ArrayList<>();
        for (var i = 0; i < 20; i++) {
            RealParts.RECEIVER.answers("/slow", hanging);
            slow.add(Assessments.of("economic-link", "Trade grew " + i, "Trade grew by " + i + ".", "grew by"));
        }
        slow.forEach(this::publish);
        soon(() -> assertThat(RealParts.RECEIVER.calls("/slow")).hasSizeGreaterThanOrEqualTo(8));
        var assessed = Assessments.of("people-exchange", "Students came", "Students came by train.", "came by train");
        publish(assessed);
        soon(() -> assertThat(delivery(assessed, "webhook")).isEqualTo("delivered"));
        assertThat(slow).anySatisfy(one -> assertThat(delivery(one, "webhook")).isEqualTo("pending"));
        soon(() -> assertThat(slow)
                .allSatisfy(one -> assertThat(delivery(one, "webhook")).isEqualTo("delivered")));
    }

    @Test
    void countsNothingAgainstAnEndpointThatAsksForFewerCallsAndSaysWhenItIsCalledAgain() {
        var busy = new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "5")
                .build();
        RealParts.RECEIVER.answers("/fewer", busy);
        var assessed = Assessments.of("fewer", "Builders left", "Builders were sent.", "were sent");
        publish(assessed);
        soon(() -> assertThat(attempts(assessed, "webhook")).containsExactly("failed: HTTP 429"));
        assertThat(standing(assessed)).isEqualTo("pending, to be done");
        assertThat(get("/deliveries?state=pending&subscription=fewer")).contains("Builders left", "class=\"next\"");
        soon(() -> assertThat(standing(assessed)).isEqualTo("delivered"));
    }

    @Test
    void switchesAnEndpointOffThatFailsForDaysTellsItsOwnerOnceAndReplaysWhatWasPutAside() throws Exception {
        var broken = new MockResponse.Builder().code(500).body("broken").build();
        RealParts.RECEIVER.answers("/failing", broken, broken);
        var first = Assessments.of("military-drill", "A drill began", "They began a drill.", "began a drill");
        publish(first);
        soon(() -> assertThat(attempts(first, "webhook")).containsExactly("failed: HTTP 500: broken"));
        pretendFailuresFor("failing", Duration.ofDays(5));
        soon(() -> assertThat(delivery(first, "webhook"))
                .startsWith("dead: switched off since 20")
                .endsWith("UTC: every call has failed for 5 days: HTTP 500: broken"));
        var second = Assessments.of("military-drill", "Another drill began", "They began it.", "began it");
        publish(second);
        soon(() -> assertThat(delivery(second, "webhook")).startsWith("dead: switched off since 20"));
        assertThat(RealParts.RECEIVER.calls("/failing")).hasSize(2);

        soon(() -> assertThat(mailsTo("owner@example.org")).hasSize(1));
        var mail = mailsTo("owner@example.org").getFirst();
        assertThat(mail.getSubject()).isEqualTo("[Tumen] The webhook of Failing is switched off");
        assertThat(text(mail)).contains("every call has failed for 5 days", "/api/v1/endpoints/failing/on");
        assertThat(get("/api/v1/endpoints")).contains("\"subscription\":\"failing\",\"host\":\"");
        assertThat(get("/api/v1/endpoints"))
                .containsPattern("\"subscription\":\"failing\",[^}]*\"told\":\\[\"owner@example.org\"]");

        assertThat(post("/api/v1/endpoints/failing/on", "")).isEqualTo("{\"on\":\"failing\"}");
        var id = deliveryId(first, "webhook");
        assertThat(get("/api/v1/deliveries?state=dead&limit=200"))
                .contains("\"id\":\"" + id + "\",\"about\":\"A drill began\",\"subscription\":\"failing\"");
        assertThat(post("/api/v1/deliveries/" + id + "/replay", "")).isEqualTo("{\"replayed\":1}");
        soon(() -> assertThat(delivery(first, "webhook")).isEqualTo("delivered"));
        assertThat(RealParts.RECEIVER.calls("/failing"))
                .extracting(Receiver.Call::id)
                .containsOnly(id);
        assertThatThrownBy(() -> post("/api/v1/deliveries/" + id + "/replay", ""))
                .isInstanceOf(WebClientResponseException.Conflict.class);
        assertThat(mailsTo("owner@example.org")).hasSize(1);
    }
}
