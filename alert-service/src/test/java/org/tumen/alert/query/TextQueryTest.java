package org.tumen.alert.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | at character 1: nothing to look for (expected: a word, a phrase in quotes, or a group in"
                        + " brackets)",
                "oil AND | at character 8: something is missing here (expected: a word",
                "OR oil | at character 1: something is missing here",
                "oil OR OR coal | at character 8: something is missing here",
                "(oil OR coal | at character 1: a bracket that is not closed",
                "oil) | at character 4: a bracket that closes nothing",
                "() | at character 2: something is missing here",
                "\"fuel oil | at character 1: quotes that are not closed",
                "\"fuel o*\" | at character 8: * in quotes (expected: * at the end of a word by itself)",
                "*oil | at character 1: * (expected: only * and only at the end of a word, as sanction*)",
                "sa*tion | at character 3: * (expected: only * and only at the end",
                "sanct?on | at character 6: ? (expected: only *",
                "oil~ | at character 4: ~ (expected: only *",
                "sa* | at character 1: sa* is too short a beginning (expected: * after 3 letters, or 2 of Hangul)",
                "制裁案* | at character 1: 制裁案* (expected: * after letters and digits only; Chinese",
                "\"oil coal\"~99 | at character 12: ~99 (expected: ~ and a number up to 20)",
                "NOT oil | at character 1: only what must not be there (expected: NOT beside a word that must",
                "coal OR NOT oil | at character 9: only what must not be there",
                "author:Kim | at character 1: author is no field (expected: title or text before :)",
                "… | at character 1: … has nothing to look for (expected: letters or digits)",
                "((((((((( oil ))))))))) | at character 9: too deep (expected: at most 8 brackets",
            })
    void saysWhereAFaultIsAndWhatIsAllowed(String query, String expected) {
        assertThatThrownBy(() -> new TextQuery(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oil",
                "fuel and oil",
                "oil -coal",
                "sanction* AND (\"fuel oil\"~3 OR title:coal) NOT text:(price OR market)",
                "“Kim Jong Un”",
                "https://example.org/a",
                "북한* 제재",
                "12:30",
            })
    void readsWhatPeopleWrite(String query) {
        assertThatCode(() -> new TextQuery(query)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThatThrownBy(() -> new TextQuery("oil ".repeat(51))).hasMessageContaining("at most 50");
        assertThatThrownBy(() -> new TextQuery("o".repeat(1_001))).hasMessageContaining("at most 1000 characters");
        assertThatThrownBy(() -> new TextQuery("制裁".repeat(499)))
                .hasMessage("at character 1: too much to look for (expected: fewer or shorter words)");
    }
}
