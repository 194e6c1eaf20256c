package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSearchTest {

    @ParameterizedTest
    @ValueSource(doubles = {3, 20, 20.5, 47, 99, 311})
    void comesWithinATenthOfWhatCanBeKeptUpWith(double limit) {
        var search = RateSearch.from(20, 1000);
        for (var tries = 0; !search.isDone(); tries++) {
            assertThat(tries).isLessThan(15);
            search = search.after(search.next() <= limit);
        }
        assertThat(search.steady()).isBetween(limit / 1.1, limit);
    }

    @Test
    void triesNothingAboveTheMost() {
        var search = RateSearch.from(20, 40).after(true).after(true);
        assertThat(search.next()).isEqualTo(40);
        assertThat(search.after(true).isDone()).isTrue();
    }
}
