package org.tumen.crawler.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    private static Headers headers(String name, String value) {
        return new Headers(Map.of(name, List.of(value)));
    }
}
