package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

    private static final String WRITTEN = written();

    private static String written() {
        var model = new WrittenModel(List.of("made by hand"), List.of("one", "other"), 0.5, List.of(-100L, 25L));
        model.add("@on", 1, List.of("200", ""));
        model.add("wen 조약", 2.5, List.of("", "-7"));
        model.add("wen rare", 3.25, List.of("", ""));
        return model.text();
    }

    @Test
    void areReadAsTheyWereWritten() {
        assertThat(WRITTEN).isEqualTo("""
                        # made by hand
                        %size\t3\t2
                        %classes\tone\tother
                        %switch\t0.5
                        %bias\t-100\t25
                        @on\t1\t200\t
                        wen 조약\t2.5\t\t-7
                        wen rare\t3.25\t\t
                        """);
        var reading = read(WRITTEN).read();
        for (var name : List.of("@on", "wen 조약", "wen rare")) {
            new FeatureSink.Asking(reading).add(name);
        }

        // The block of words is divided by its length, of which the rare one is a part.
        assertThat(reading.logOdds())
                .containsExactly(-1 + 0.5 * 2, 0.25f + 2.5 * -0.07f / Math.sqrt(2.5 * 2.5 + 3.25 * 3.25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | 2 | wen rare\t3.25\t\t (expected: no more features than %size says, 2)",
                "2 | 9 | wen rare\t3.25\t\t (expected: no more features than %size says, 2)",
                "3 | 1 | wen rare\t3.25\t\t (expected: no more features and weights than %size says)",
                "4 | 2 | %size: 4 features, of which there are 3,",
                "3 | 3 | %size: 3 features, of which there are 3, with 10 of 12 numbers",
                "4 | 1 | %size: 4 features, of which there are 3, with 10 of 10 numbers"
            })
    void areAsManyAsTheTextSays(int features, int weights, String fault) {
        var text = WRITTEN.replace("%size\t3\t2", "%size\t" + features + "\t" + weights);

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void areFewerWithoutALineThatSaysHowMany() {
        assertThatThrownBy(() -> read(WRITTEN.replace("%size\t3\t2\n", "")))
                .hasMessageContaining("@on\t1\t200\t (expected: no more features than %size says, 0)");
    }

    @Test
    void haveEachTheirOwnName() {
        assertThatThrownBy(() -> read(WRITTEN.replace("wen rare", "wen 조약")))
                .hasMessageContaining("wen 조약\t3.25\t\t (expected: each feature once)");
    }

    private static LinearModel read(String text) {
        return LinearModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
