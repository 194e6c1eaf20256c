package org.tumen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "0 | PT0S",
                "Sun, 22 Nov 2026 13:00:00 GMT | PT1H",
                "Sunday, 22-Nov-26 13:00:00 GMT | PT1H",
                "Sun Nov 22 13:00:00 2026 | PT1H",
                "Tue Dec  1 12:00:00 2026 | PT216H",
                "Sun, 22 Nov 2026 11:00:00 GMT | PT0S",
                "Friday, 31-Dec-99 23:59:59 GMT | PT0S",
            })
    void readsSecondsAndDates(String value, Duration pause) {
        assertThat(RetryAfter.in(headers(value), NOON)).contains(pause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "9999999999999999999999", "", "Sun, 22 Nov 2026"})
    void doesNotGuess(String value) {
        assertThat(RetryAfter.in(headers(value), NOON)).isEmpty();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(RetryAfter.in(new Headers(Map.of()), NOON)).isEmpty();
    }

    private static Headers headers(String value) {
        return new Headers(Map.of("retry-after", List.of(value)));
    }
}
