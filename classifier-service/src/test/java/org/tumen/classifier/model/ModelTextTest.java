package org.tumen.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(text.nameHash()).isEqualTo(NamedFeatures.hash("조약 name"));
        var cells = new ArrayList<Object>();
        while (text.nextCell()) {
            cells.add(text.isRead() ? "" : text.whole());
        }
        assertThat(cells).containsExactly("", -12, "", 7, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pen word  next ",
                "wen larders",
                "w договор ёж",
                "w 조약 북한",
                "w 条约 朝鲜",
                "w \uD83D\uDE80 x\uD840\uDC0By",
                "w \u0001\u007F\u0080\u07FF\u0800\uFFFD\uFFFF \uD800\uDC00\uDBFF\uDFFF"
            })
    void hashesANameAsTheStringThatItIs(String name) throws IOException {
        for (var behind : List.of("", "\t1\t5", "\n")) {
            var text = text("%\n" + name + behind);
            text.nextLine();
            text.nextLine();
            assertThat(text.nameHash()).isEqualTo(NamedFeatures.hash(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c320", "e381", "e38109", "f09f9a09", "ff808080"})
    void refusesANameThatIsNoUtf8(String bytes) throws IOException {
        var text = new ModelText(new ByteArrayInputStream(HexFormat.of().parseHex("77" + bytes)));
        text.nextLine();

        assertThatThrownBy(text::nameHash).hasMessageContaining("(expected: UTF-8)");
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
        "'%size|1', '%size	1 (expected: %size, features and weights'",
        "'%size|1|many', '%size	1	many (expected: digits'",
        "'%clases|one', '%clases\tone (expected: %size, %classes, %switch or %bias)'"
    })
    void namesTheLineAtFaultAndWhatWasExpected(String line, String fault) {
        var text = "%size\t1\t1\n%classes\tone\n%switch\t1\n%bias\t0\n" + line.replace('|', '\t') + "\n";

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
