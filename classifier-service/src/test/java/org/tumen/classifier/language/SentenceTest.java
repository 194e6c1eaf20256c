package org.tumen.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. President met Kim Jong Un.",
                "Gen. He Weidong flew to Pyongyang.",
                "On Jan. 2 a missile struck Kharkiv.",
                "J. D. Vance and J.D. Vance are one.",
                "Resolution No. 2397 still stands.",
                "Huawei Technologies Co. Ltd. Chairman Liang Hua left."
            })
    void doesNotEndASentenceBehindAnAbbreviation(String text) {
        assertThat(sentences(text, Language.ENGLISH)).containsExactly(text);
        var capitals = text.toUpperCase(Locale.ROOT);
        assertThat(sentences(capitals, Language.ENGLISH)).containsExactly(capitals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He spoke of NATO.| He left.",
                "Aid reached the DPRK.| Moscow said so.",
                "It was built in the U.S.| The company left.",
                "They met at 5 p.m.| The talks were short.",
                "A counsellor read his toast.| Sri Lanka kept rates on hold.",
                "She said no.| China did not.",
                "It fell on Oct. 27.| In Nepal it rained."
            })
    void endsASentenceBehindWhatOnlyLooksLikeOne(String marked) {
        var expected = List.of(marked.split("\\| ", -1));
        assertThat(sentences(marked.replace("|", ""), Language.ENGLISH)).isEqualTo(expected);
        assertThat(sentences(marked.replace("|", "").toUpperCase(Locale.ROOT), Language.ENGLISH))
                .isEqualTo(
                        expected.stream().map(it -> it.toUpperCase(Locale.ROOT)).toList());
    }

    @Test
    void knowsTheAbbreviationsOfRussian() {
        assertThat(sentences(
                        "А. Громыко прилетел в г. Пхеньян. Помощь стоит 5 млн долл. США. Договор подписан в 1961 г. Москва молчит.",
                        Language.RUSSIAN))
                .containsExactly(
                        "А. Громыко прилетел в г. Пхеньян.",
                        "Помощь стоит 5 млн долл. США.",
                        "Договор подписан в 1961 г.",
                        "Москва молчит.");
    }

    @Test
    void endsASentenceAtALineFeedAndAtTheMarksOfARoundUp() {
        assertThat(sentences("■ 北, 담화 발표\n▲ 中 대사 귀국", Language.KOREAN)).containsExactly("北, 담화 발표", "中 대사 귀국");
    }

    private static List<String> sentences(String text, Language language) {
        return Sentence.in(text, language).stream()
                .map(it -> text.substring(it.start(), it.end()))
                .toList();
    }
}
