package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenHashesTest {

    private static final long SEED = 7;

    @Test
    void knowsWhatWasThereAsAnySetDoes() {
        var random = new Random(SEED);
        var seen = new SeenHashes();
        for (var round = 0; round < 20; round++) {
            var expected = new HashSet<Long>();
            for (var i = 0; i < 1_000; i++) {
                // Few different ones, many of which differ in their lower half only.
                var hash = (long) random.nextInt(20) << 32 | random.nextInt(20);
                assertThat(seen.add(hash)).isEqualTo(expected.add(hash));
            }
            seen.clear();
        }
    }

    @Test
    void tellsZeroFromAFreePlace() {
        var seen = new SeenHashes();

        assertThat(seen.add(0)).isTrue();
        assertThat(seen.add(0)).isFalse();
        seen.clear();
        assertThat(seen.add(0)).isTrue();
    }
}
