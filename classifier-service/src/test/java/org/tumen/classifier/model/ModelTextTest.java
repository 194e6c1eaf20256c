package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelTextTest {

    private static final long SEED = 11;

    @Test
    void readsLinesOfAllLengthsHoweverFewBytesComeAtOnce() throws IOException {
        var random = new Random(SEED);
        var lines = new ArrayList<String>();
        for (var i = 0; i < 300; i++) {
            lines.add("조약条约договор\uD83D\uDE80".repeat(i % 7)
                    + "word ".repeat(random.nextInt(i % 50 == 0 ? 60_000 : 50)));
        }
        for (var end : List.of("", "\n")) {
            var text = text(String.join("\n", lines) + end, random);
            for (var line : lines) {
                assertThat(text.nextLine()).isTrue();
                assertThat(text.cells()).containsExactly(line);
            }
            assertThat(text.nextLine()).isFalse();
            assertThat(text.nextLine()).isFalse();
        }
    }

    @Test
    void tellsEmptyCellsFromNumbers() throws IOException {
        var text = text("조약 name\t\t-12\t\t7\t\n");
        text.nextLine();

        assertThat(text.name()).isEqualTo("조약 name");
        var cells = new ArrayList<Object>();
        while (text.nextCell()) {
            cells.add(text.isRead() ? "" : text.whole());
        }
        assertThat(cells).containsExactly("", -12, "", 7, "");
    }

    @Test
    void readsDecimalsAsFloatDoes() throws IOException {
        var random = new Random(SEED);
        for (var i = 0; i < 2_000; i++) {
            var digits = String.valueOf(random.nextInt(10_000_000));
            var point = random.nextInt(digits.length()) + 1;
            var written =
                    point == digits.length() ? digits : digits.substring(0, point) + "." + digits.substring(point);
            var text = text(written);
            text.nextLine();
            assertThat(text.decimal()).as(written).isEqualTo(Float.parseFloat(written));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name, 'name (expected: name, inverse document frequency and weights'",
        "'name||5', 'name\t\t5 (expected: digits'",
        "'name|1.|5', '(expected: digits'",
        "'name|.5|5', '(expected: digits'",
        "'name|1.2.3|5', '(expected: nothing but a number'",
        "'name|-1|5', '(expected: digits'",
        "'name|1|5.0', '(expected: nothing but a number'",
        "'name|1|-', '(expected: digits'",
        "'name|1|five', '(expected: digits'",
        "'name|1|99999999', '(expected: numbers of at most 7 digits'",
        "'name|0.00000001|5', '(expected: numbers of at most 7 digits'",
        "'%clases|one', '%clases\tone (expected: %classes, %switch or %bias)'"
    })
    void namesTheLineAtFaultAndWhatWasExpected(String line, String fault) {
        var text = "%classes\tone\n%switch\t1\n%bias\t0\n" + line.replace('|', '\t') + "\n";

        assertThatThrownBy(() -> LinearModel.read(stream(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    private static ModelText text(String text) {
        return new ModelText(stream(text));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives a few bytes at a time. */
    private static ModelText text(String text, Random random) {
        return new ModelText(new FilterInputStream(stream(text)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(5_000)));
            }
        });
    }
}
