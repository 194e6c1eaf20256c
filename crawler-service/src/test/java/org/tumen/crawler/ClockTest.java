package org.tumen.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tumen.model.clock.SteadyClock;

class ClockTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void isNotLedAstrayByTheMachinesForAMoment() {
        assertThat(new CrawlerService().clock()).isInstanceOf(SteadyClock.class);
    }

    @Test
    void tellsWhatIsDueAsItTellsWhatIsPlanned() {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);

        assertThat(new CrawlerService().schedulerClock(clock).now()).isEqualTo(NOON);
    }
}
