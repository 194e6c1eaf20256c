package org.tumen.bench.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is learned is written as the classifier reads it. */
class TrainingTest {

    @Test
    void writesAModelOfClasses() {
        var examples = IntStream.range(0, 20)
                .mapToObj(i -> new Training.Example(
                        Map.of(i % 2 == 0 ? "wen rice" : "wen shells", 1, "@title", 1),
                        Set.of(i % 2 == 0 ? "aid" : "arms"),
                        1))
                .toList();
        var model = Training.model(examples, new Training.Settings(1, 1, 0));

        assertThat(model.classes()).containsExactly("aid", "arms");
        assertThat(Training.weights(examples, new Training.Settings(1, 1, 0), List.of("made up")))
                .startsWith("# made up\n%size\t3\t")
                .contains("\nwen rice\t1.65\t", "\n@title\t1.0\t");
    }

    @Test
    void writesAModelOfChoices() {
        var choices = Stream.generate(() -> new Ranking.Choice(List.of(Set.of("@first"), Set.of("@second")), 0, 1))
                .limit(20)
                .toList();
        var settings = new Ranking.Settings(1, 1, 0.01);

        assertThat(Ranking.model(choices, "pair", settings).isEmpty()).isFalse();
        assertThat(Ranking.weights(choices, "pair", settings, List.of()))
                .startsWith("%size\t2\t2\n%classes\tpair\n%switch\t0.1\n%bias\t0\n@first\t1\t");
    }
}
