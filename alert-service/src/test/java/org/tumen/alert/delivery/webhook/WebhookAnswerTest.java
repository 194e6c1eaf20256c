package org.tumen.alert.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.delivery.Channel.Outcome;
import org.tumen.alert.delivery.Channel.Outcome.Failed;
import org.tumen.alert.delivery.Channel.Outcome.Refused;
import org.tumen.http.Body;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome;
import org.tumen.http.HttpOutcome.Answered;

class WebhookAnswerTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, Accepted",
        "204, Accepted",
        "299, Accepted",
        "301, Failed",
        "307, Failed",
        "400, Failed",
        "401, Failed",
        "404, Failed",
        "410, Gone",
        "429, Later",
        "500, Failed",
        "503, Failed",
    })
    void takesOnlyTwoHundredsForSuccess(int status, String expected) {
        var outcome = WebhookAnswer.outcome(answered(status, Map.of()), NOON);
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, PT2M",
        "503, 'Sun, 01 Mar 2026 12:01:00 GMT', PT1M",
        "502, 120, PT2M",
        "504, 120, PT2M",
        "503, tomorrow, ",
        "500, 120, ",
    })
    void keepsToAPauseThatIsAskedFor(int status, String retryAfter, @Nullable Duration pause) {
        var outcome = WebhookAnswer.outcome(answered(status, Map.of("Retry-After", List.of(retryAfter))), NOON);
        assertThat(pauseOf(outcome)).isEqualTo(pause);
    }

    @ParameterizedTest
    @CsvSource({"429, 120, Later", "503, 120, Later", "503, tomorrow, Failed", "502, 120, Failed", "504, 120, Failed"})
    void takesWhoAsksForFewerCallsForAliveAndAGatewayForNobody(int status, String retryAfter, String expected) {
        var outcome = WebhookAnswer.outcome(answered(status, Map.of("Retry-After", List.of(retryAfter))), NOON);
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(expected);
    }

    private static @Nullable Duration pauseOf(Outcome outcome) {
        return switch (outcome) {
            case Failed failed -> failed.retryAfter();
            case Outcome.Later later -> later.retryAfter();
            case Outcome.Accepted _, Refused _, Outcome.Gone _ -> throw new AssertionError("settled: " + outcome);
        };
    }

    @Test
    void neverTriesAForbiddenAddressAgain() {
        assertThat(WebhookAnswer.outcome(new HttpOutcome.Refused("forbidden address"), NOON))
                .isEqualTo(new Refused("forbidden address"));
    }

    private static HttpOutcome answered(int status, Map<String, List<String>> headers) {
        return new Answered(
                status, new Headers(headers), Body.of("".getBytes(UTF_8)), URI.create("http://x"), List.of());
    }
}
