package org.tumen.classifier.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.language.LanguageIdentifier.Outcome.Read;

class LanguageIdentifierTest {

    private final LanguageIdentifier languages = new LanguageIdentifier();

    @ParameterizedTest
    @CsvSource({
        "The ambassador did not attend the events in Pyongyang, ko, en, true",
        "Putin signs treaty, und, en, true",
        "북한과 러시아가 KCNA 조약을 체결했다, en, ko, true",
        "朝鲜和俄罗斯签署条约, und, zh, true",
        "Посол не приехал на торжества, und, ru, true",
        "Посол не приїхав на урочистості в Києві, ru, uk, false",
        "北朝鮮とロシアが条約に署名しました, zh, ja, false",
        "Der Botschafter ist nicht zu der Feier gekommen, en, und, false",
        "El embajador no fue a la fiesta de los chinos, es, es, false",
        "السفير لم يحضر, ar, ar, false",
        "2024 ..., und, und, false"
    })
    void readsTheLanguageOffTheText(String text, String declared, String code, boolean read) {
        var outcome = languages.identify(text, "", declared);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome instanceof Read).isEqualTo(read);
    }
}
