package org.tumen.classifier.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.classifier.intake.OnTheWire.Outcome;

/** What cannot be assessed is told on the topic, with its reason; what can be is, whatever is odd about it. */
class BadArticleTest {

    private static final OnTheWire WIRE = new OnTheWire(Path.of("."));
    private static final String RICE = "Russia sends rice to North Korea";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "und | Der Botschafter kam nicht zur Feier und die Presse war nicht da | und",
                "fr  | L'ambassadeur n'est pas venu dans la ville pour la fête        | fr",
                "en  | 大使は式典に出席しなかったという                                        | ja",
                "ru  | Посол не приїхав на церемонію в Києві                           | uk",
                "und | 12345 ... !!!                                                  | und"
            })
    void saysWhyATextIsNotRead(String declared, String title, String language) {
        var outcome = WIRE.of(title, "", declared);
        var assessed = Objects.requireNonNull(outcome.assessed());
        assertThat(assessed.language()).isEqualTo(language);
        assertThat(assessed.notRead()).isEqualTo("language: " + language + " (expected: one of en, ko, zh, ru)");
        assertThat(assessed.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "xx-wrong", "", "zh-Hant-TW", "\u202e"})
    void readsTheLanguageOffTheTextWhateverIsDeclared(String declared) {
        var assessed = Objects.requireNonNull(WIRE.of(RICE, "", declared).assessed());
        assertThat(assessed.language()).isEqualTo("en");
        assertThat(assessed.notRead()).isNull();
        assertThat(assessed.findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202eRussia sends rice to North Korea\u202c",
                "\u2067Russia\u2069 sends rice to North Korea",
                "<b>Russia</b> sends <i>rice</i> to North&nbsp;Korea",
                "Russia sends rice to North Korea 러시아 俄罗斯 Россия",
                "Rus\u200bsia sends rice to North Korea",
                "Ｒｕｓｓｉａ sends rice to North Korea"
            })
    void findsWhatAReaderFindsBetweenOddCharacters(String title) {
        var assessed = Objects.requireNonNull(WIRE.of(title, "", "en").assessed());
        assertThat(assessed.findings()).isNotEmpty();
    }

    @Test
    void assessesTheTitleOfAnArticleWithoutText() {
        assertThat(Objects.requireNonNull(WIRE.of(RICE, "", "en").assessed()).findings())
                .hasSize(1);
    }

    @Test
    void answersHalvesOfCharacters() {
        var json = article(RICE + " \\ud800", "\\udc00 and so on");
        assertAnswered(WIRE.ofValue(json.getBytes(UTF_8)));
    }

    @Test
    void putsAsideWhatIsTooLongOrHasNoTitle() {
        assertThat(WIRE.of("Long", "x".repeat(7_000_000), "en").reason())
                .isEqualTo("text: 7000000 characters (expected: at most 1000000)");
        assertThat(WIRE.of("x".repeat(10_001), "", "en").reason())
                .isEqualTo("title: 10001 characters (expected: at most 10000)");
        assertThat(WIRE.ofValue(article(" ", "Something.").getBytes(UTF_8)).reason())
                .contains("title: blank (expected: the article's title)");
    }

    private static void assertAnswered(Outcome outcome) {
        assertThat(outcome.assessed() == null).isNotEqualTo(outcome.reason() == null);
    }

    private static String article(String title, String text) {
        return """
                {"article": {"id": "%s", "revision": 1, "url": "https://news.example.org/any", "language": "en",
                 "source": {"feed": "any", "publisher": "Any", "family": "any", "kind": "press"},
                 "title": "%s", "text": "%s"}, "hops": {"discovered": "2024-08-10T12:00:00Z"}}""".formatted("0".repeat(64), title, text);
    }
}
