package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SwitchWeightsTest {

    private static final long SEED = 7;

    @Test
    void addsUpWhatAPlainMapDoesInAnyOrderAndEachFeatureOnce() {
        var random = new Random(SEED);
        var expected = new HashMap<String, Double>();
        var written = new WrittenModel(List.of(), List.of("pair"), 0.1, List.of(0L));
        for (var i = 0; i < 5_000; i++) {
            var weight = random.nextInt(-2_000, 2_000);
            expected.put("@w F word" + i, (double) (weight / 100f));
            written.add("@w F word" + i, 1, List.of(String.valueOf(weight)));
        }
        var weights = read(written.text());
        var sum = weights.sum();
        for (var round = 0; round < 50; round++) {
            var names = new ArrayList<String>();
            for (var i = 0; i < 200; i++) {
                names.add("@w F word" + random.nextInt(6_000));
            }
            Collections.shuffle(names, random);
            names.forEach((String name) -> sum.add(name));

            assertThat(sum.take())
                    .isEqualTo(names.stream()
                            .distinct()
                            .sorted()
                            .mapToDouble(name -> expected.getOrDefault(name, 0.0))
                            .reduce(0, Double::sum));
        }
    }

    @Test
    void findsANameByItsPhrases() {
        var sum = read("%size\t1\t1\n%classes\tpair\n%switch\t1\n%bias\t0\n@so aid-shipment en F\t1\t300\n")
                .sum();

        sum.add(FeatureName.of("@so"), Phrase.of("aid-shipment"), Phrase.of("en F"));
        sum.add(FeatureName.of("@so"), Phrase.of("aid-shipment en F"));
        sum.add("@so aid-shipment en F");

        assertThat(sum.take()).isEqualTo(3);
        assertThat(sum.take()).isZero();
    }

    @Test
    void isEmptyWhereNothingWasLearned() {
        assertThat(SwitchWeights.read(InputStream.nullInputStream()).isEmpty()).isTrue();
    }

    @Test
    void refusesWhatIsNoSwitchAndSeveralClasses() {
        assertThatThrownBy(() -> read("%size\t1\t1\n%classes\tpair\n%switch\t1\n%bias\t0\nwen pact\t1\t300\n"))
                .hasMessageContaining("features that begin with @");
        assertThatThrownBy(() -> read("%classes\tone\tother\n%switch\t1\n%bias\t0\t0\n"))
                .hasMessageContaining("one, other (expected: one");
    }

    private static SwitchWeights read(String text) {
        return SwitchWeights.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
