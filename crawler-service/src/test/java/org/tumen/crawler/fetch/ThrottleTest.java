package org.tumen.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.http.Body;
import org.tumen.http.Headers;
import org.tumen.http.HttpOutcome.Answered;

class ThrottleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "429, 120, PT2M",
        "503, 120, PT2M",
        "429, 'Sun, 22 Nov 2026 13:00:00 GMT', PT1H",
        "503, 'Sun, 22 Nov 2026 13:00:00 GMT', PT1H",
        "429, 999999999, PT24H",
        "503, 'Sun, 22 Nov 2037 13:00:00 GMT', PT24H",
        "429, , PT1M",
        "429, soon, PT1M",
        "429, 0, ",
        "503, , ",
        "503, 0, ",
        "503, 'Sun, 22 Nov 2026 11:00:00 GMT', ",
        "500, 120, ",
        "200, 120, ",
    })
    void leavesAHostAloneForAsLongAsItAsksWithinADay(
            int status, @Nullable String retryAfter, @Nullable Duration pause) {
        var headers = retryAfter == null ? Map.<String, List<String>>of() : Map.of("Retry-After", List.of(retryAfter));
        var answered = new Answered(
                status, new Headers(headers), Body.of(new byte[0]), URI.create("https://news.example/"), List.of());

        assertThat(Throttle.in(answered, NOON).orElse(null)).isEqualTo(pause);
    }
}
