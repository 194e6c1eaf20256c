package org.tumen.alert.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTableTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    /** The fourth line is a feed that told five things within an hour, ten days ago. */
    @ParameterizedTest
    @CsvSource({
        "PT12H, 24, about every 30 min",
        "PT120H, 10, about every 12 h",
        "PT5M, 20, about every 15 s",
        "PT240H, 5, about every 2 d",
        "PT240H, 4, –",
        "PT-1H, 9, –"
    })
    void theRhythmIsThatUntilNow(Duration sinceTheFirst, int articles, String rhythm) {
        assertThat(FeedTable.rhythm(articles, NOW.minus(sinceTheFirst), NOW)).isEqualTo(rhythm);
    }
}
