package org.tumen.alert.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT59S, just now",
        "PT60S, 1 min ago",
        "PT59M, 59 min ago",
        "PT47H, 47 h ago",
        "PT48H, 2 d ago",
        "PT-30S, in 1 min",
        "PT-72H, in 3 d"
    })
    void saysHowLongAgoItWas(Duration ago, String words) {
        assertThat(Moment.of(NOON.minus(ago), NOON).ago()).isEqualTo(words);
    }

    @Test
    void namesTheYearWhenItIsAnother() {
        assertThat(Moment.of(NOON, NOON).full()).isEqualTo("30 Nov 12:00 UTC");
        assertThat(Moment.of(NOON.minus(Duration.ofDays(365)), NOON).full()).isEqualTo("30 Nov 2025 12:00 UTC");
    }
}
