package org.tumen.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Kim Jong-Un, kim jong un",
        "ENGLISH, ＤＰＲＫ, dprk",
        "ENGLISH, North  Korea’s, north korea's",
        "ENGLISH, Pyong\u200Byang, pyongyang",
        "ENGLISH, \u202ERussia\u202C, russia",
        "CHINESE, 朝鮮, 朝鲜",
        "CHINESE, 條約, 条约",
        "RUSSIAN, Чё, че",
        "KOREAN, 북한, 북한"
    })
    void meetsOneWordInAllItsSpellings(Language language, String written, String folded) {
        assertThat(FoldedText.fold(written, language)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({
        "'ﬁsh — Korea', korea, Korea",
        "'e\u0301 \uD83D\uDE80  U.S.', u.s., U.S.",
        "'a\uD800b Korea', korea, Korea"
    })
    void findsTheWayBackToTheStoredText(String text, String looked, String stored) {
        var folded = FoldedText.of(text, Language.ENGLISH);
        var start = folded.folded().toString().indexOf(looked);
        assertThat(start).isNotNegative();
        assertThat(text.substring(folded.originalStart(start), folded.originalEnd(start + looked.length())))
                .isEqualTo(stored);
    }

    @Test
    void takesTimeInProportionToAHostileText() {
        var marks = "a" + "\u0301".repeat(1_000_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> FoldedText.of(marks, Language.ENGLISH));
    }
}
