package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedFeaturesTest {

    @Test
    void findsEachOfManyByThePiecesOfItsName() {
        var features = new NamedFeatures<Integer>();
        IntStream.range(0, 10_000).forEach(i -> features.put("pen word" + i + " next", i));

        for (var i = 0; i < 10_000; i++) {
            var begun = NamedFeatures.hash(NamedFeatures.hash("pen "), "word" + i);
            assertThat(features.get(NamedFeatures.hash(NamedFeatures.hash(begun, ' '), "next")))
                    .isEqualTo(i);
        }
        assertThat(features.get(NamedFeatures.hash("pen word10000 next"))).isNull();
    }

    @Test
    void keepsTheLastOfOneName() {
        var features = new NamedFeatures<String>();
        features.put("@list food", "first");
        features.put("@list food", "second");

        assertThat(features.get(NamedFeatures.hash("@list food"))).isEqualTo("second");
    }

    @Test
    void hashesGramsAsTheirNames() {
        var grams = new Grams("gen", 3, 5);
        var hashes = Arrays.stream(grams.hashes("pact")).boxed().toList();

        assertThat(grams.of("pact")).contains("gen |pa", "gen pact|").hasSize(9);
        assertThat(hashes)
                .containsExactlyInAnyOrderElementsOf(
                        grams.of("pact").stream().map(NamedFeatures::hash).toList());
    }
}
