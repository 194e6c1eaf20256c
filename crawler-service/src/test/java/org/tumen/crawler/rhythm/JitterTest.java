package org.tumen.crawler.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JitterTest {

    @ParameterizedTest
    @CsvSource({"0.0, PT1H", "0.5, PT1H3M", "0.99, PT1H5M56.4S"})
    void addsUpToATenth(double chance, Duration delay) {
        assertThat(new Jitter(() -> chance).on(Duration.ofHours(1))).isEqualTo(delay);
    }

    @Test
    void doesNotLetTwoFeedsMarchInStep() {
        var random = new Random(1);
        var jitter = new Jitter(random::nextDouble);
        var every = Duration.ofMinutes(10);
        var apart = 0L;
        for (var poll = 0; poll < 100; poll++) {
            var one = jitter.on(every);
            var other = jitter.on(every);
            apart += one.minus(other).toMillis();
        }

        assertThat(Duration.ofMillis(Math.abs(apart))).isGreaterThan(Duration.ofSeconds(20));
    }
}
