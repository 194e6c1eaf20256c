package org.tumen.crawler.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String ENGLISH =
            "Officials of both sides met on the bridge over the Tumen river and signed an "
                    + "agreement on freight trains, the first since the border was closed, the ministry said in a statement.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ENGLISH,
                "양측 관리들은 두만강 다리에서 만나 국경이 닫힌 뒤 처음으로 화물 열차에 관한 협정에 서명했다고 외무성이 금요일 저녁 성명에서 밝혔다. 열차는 한 주에 두 번 다닌다.",
                "双方官员在图们江大桥上会面，签署了边境关闭以来的第一份货运列车协议，外交部周五晚间在声明中说，列车每周将运送煤炭和面粉两次。",
                "両国の当局者は豆満江の橋で会い、国境閉鎖以来初めてとなる貨物列車に関する協定に署名したと、外務省が金曜日の声明で明らかにした。",
                "Официальные лица двух сторон встретились на мосту через Туманную и подписали соглашение о грузовых поездах, первое с закрытия границы."
            })
    void isTheSameWhateverThePunctuationTheSpacesAndTheCase(String text) {
        var plain = Signature.of(text).orElseThrow();
        var dressed = Signature.of(
                        " «" + text.toUpperCase(java.util.Locale.ROOT).replace(" ", "\n  ") + "»!")
                .orElseThrow();

        assertThat(dressed.similarity(plain)).isEqualTo(1.0);
        assertThat(dressed.isCopyOf(plain)).isTrue();
    }

    @Test
    void comesBackFromTheDatabaseAsItWas() {
        var signature = Signature.of(ENGLISH).orElseThrow();
        var kept = new Signature(signature.bytes(), signature.shingles());

        assertThat(kept.similarity(signature)).isEqualTo(1.0);
        assertThat(kept.bands()).isEqualTo(signature.bands()).hasSize(42).doesNotHaveDuplicates();
    }

    @Test
    void saysNothingOfATextThatIsTooShort() {
        assertThat(Signature.of("")).isEmpty();
        assertThat(Signature.of("More soon.")).isEmpty();
        assertThat(Signature.of("俄罗斯与朝鲜签署条约。")).isEmpty();
    }

    @Test
    void wantsMoreOfAShortTextThanOfALongOne() {
        var first = Signature.of(
                        "The ministry said on Monday that the talks would go on. Trains carry coal to the port.")
                .orElseThrow();
        var second = Signature.of(
                        "The ministry said on Monday that the talks would go on. Snow fell in all the valleys.")
                .orElseThrow();

        assertThat(first.similarity(second)).isGreaterThan(Signature.COPY);
        assertThat(first.isCopyOf(second)).isFalse();
    }
}
