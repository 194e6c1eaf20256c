package org.tumen.bench.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final List<String> TEXTS = List.of(
            "Iran freed two French tourists on Monday, officials said",
            "Nurses in Harare went on strike for better pay",
            "Iran freed two French tourists on Tuesday, officials said",
            "India cancelled a meeting with the minister");

    @Test
    void keepsSentencesThatAreNearlyTheSameInOneFold() {
        var folds = Folds.of(TEXTS, 3);
        assertThat(IntStream.range(0, 3)).allMatch(fold -> folds.isTested(0, fold) == folds.isTested(2, fold));
    }

    @Test
    void testsEachSentenceInExactlyOneFold() {
        var folds = Folds.of(TEXTS, 3);
        for (var i = 0; i < TEXTS.size(); i++) {
            var text = i;
            assertThat(IntStream.range(0, 3).filter(fold -> folds.isTested(text, fold)))
                    .hasSize(1);
        }
    }
}
