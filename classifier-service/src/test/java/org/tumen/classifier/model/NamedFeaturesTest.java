package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedFeaturesTest {

    @Test
    void findsEachOfManyByThePiecesOfItsName() {
        var features = new NamedFeatures();
        IntStream.range(0, 10_000).forEach(i -> features.put("pen word" + i + " next", i));

        for (var i = 0; i < 10_000; i++) {
            var begun = NamedFeatures.and(
                    FeatureName.of("pen").hash(), HashedWord.of("word" + i).piece());
            assertThat(features.find(
                            NamedFeatures.and(begun, HashedWord.of("next").piece())))
                    .isEqualTo(i);
        }
        assertThat(features.find(NamedFeatures.hash("pen word10000 next"))).isEqualTo(NamedFeatures.UNKNOWN);
    }

    @Test
    void tellsTheOrderOfPieces() {
        assertThat(NamedFeatures.hash("pen one other")).isNotEqualTo(NamedFeatures.hash("pen other one"));
    }

    @Test
    void refusesASecondFeatureOfOneName() {
        var features = new NamedFeatures();
        features.put("@list food", 0);

        assertThatThrownBy(() -> features.put("@list food", 1)).hasMessageContaining("@list food again");
        assertThat(features.find(NamedFeatures.hash("@list food"))).isZero();
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
