package org.tumen.crawler.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.http.Headers;

class FreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | max-age=3600 | PT1H",
                "Cache-Control | public, Max-Age=\"60\" | PT1M",
                "Cache-Control | s-maxage=10 | PT0S",
                "Cache-Control | no-cache, max-age=315360000 | PT0S",
                "Cache-Control | no-store | PT0S",
                "Cache-Control | max-age=soon | PT0S",
                "Expires | Sun, 22 Nov 2026 12:05:00 GMT | PT5M",
                "Expires | Sun, 22 Nov 2026 11:00:00 GMT | PT0S",
                "Expires | -1 | PT0S",
                "X-Other | max-age=5 | PT0S",
            })
    void readsHowLongAnAnswerStaysGood(String name, String value, Duration freshFor) {
        assertThat(Freshness.of(headers(name, value), NOON)).isEqualTo(freshFor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "Sun, 22 Nov 2026 13:00:00 GMT | PT1H",
                "Sun, 22 Nov 2026 11:00:00 GMT | PT0S",
            })
    void honoursRetryAfterInBothForms(String value, Duration pause) {
        assertThat(Freshness.retryAfter(headers("Retry-After", value), NOON)).contains(pause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"soon", "-5", "1.5", "9999999999999999999999"})
    void doesNotGuessAtARetryAfterThatIsNone(String value) {
        assertThat(Freshness.retryAfter(headers("Retry-After", value), NOON)).isEmpty();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(Freshness.retryAfter(new Headers(Map.of()), NOON)).isEqualTo(Optional.empty());
    }

    private static Headers headers(String name, String value) {
        return new Headers(Map.of(name, List.of(value)));
    }
}
