package org.tumen.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimplifiedChineseTest {

    private static final Transliterator ICU = Transliterator.getInstance("Traditional-Simplified");

    /** Where ICU tells another form some day, its line in the file is to be changed. */
    @Test
    void knowsTheFormsThatIcuTells() {
        assertThat(lines(SimplifiedChinese::of)).isEqualTo(lines(SimplifiedChineseTest::ofIcu));
    }

    private static String lines(CharacterForm form) {
        return IntStream.rangeClosed(SimplifiedChinese.FIRST, SimplifiedChinese.LAST)
                .mapToObj(unit -> (char) unit)
                .filter(unit -> form.of(unit) != unit)
                .map(unit -> unit + "" + form.of(unit))
                .collect(Collectors.joining("\n"));
    }

    private static char ofIcu(char unit) {
        var form = ICU.transliterate(String.valueOf(unit));
        return form.length() == 1 ? form.charAt(0) : unit;
    }

    private interface CharacterForm {

        char of(char unit);
    }
}
