package org.tumen.stack.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void takesTheLowerOfEachFigure() {
        assertThat(new Usage(9, 5, 4, 30, 100).least(new Usage(8, 6, 2, 31, 90)))
                .isEqualTo(new Usage(8, 5, 2, 30, 90));
    }
}
