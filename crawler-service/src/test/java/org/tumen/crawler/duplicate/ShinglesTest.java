package org.tumen.crawler.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.Hashing;
import org.junit.jupiter.api.Test;

class ShinglesTest {

    /** What is kept in the database was hashed so, each run by itself. */
    @Test
    void hashesEachRunOfTwoWordsAsIfItWereTheOnlyOne() {
        assertThat(Shingles.of("The envoy left, the hall stayed."))
                .containsExactlyInAnyOrder(
                        hash("the", "envoy"),
                        hash("envoy", "left"),
                        hash("left", "the"),
                        hash("the", "hall"),
                        hash("hall", "stayed"));
    }

    private static long hash(String one, String other) {
        return Hashing.komihash5_0()
                .hashStream()
                .putString(one)
                .putString(other)
                .getAsLong();
    }
}
