package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedFeaturesTest {

    @Test
    void findsEachOfManyByThePiecesOfItsName() {
        var features = new NamedFeatures(10_000);
        IntStream.range(0, 10_000).forEach(i -> features.put(NamedFeatures.hash("pen word" + i + " next"), i));

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
    void keepsTheFirstFeatureOfAName() {
        var features = new NamedFeatures(2);
        var hash = NamedFeatures.hash("@list food");

        assertThat(features.put(hash, 0)).isTrue();
        assertThat(features.put(hash, 1)).isFalse();
        assertThat(features.find(hash)).isZero();
        assertThat(features.size()).isEqualTo(1);
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
