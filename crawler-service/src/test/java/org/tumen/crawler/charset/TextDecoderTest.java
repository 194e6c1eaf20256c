package org.tumen.crawler.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {

    private static final String KOREAN = "북한이 동해상으로 탄도미사일을 발사했다고 합동참모본부가 밝혔다. 군은 감시와 경계를 강화했다.";
    private static final String CHINESE = "外交部发言人在例行记者会上表示，中方一贯主张通过对话协商解决问题，各方应保持冷静克制。";
    private static final String RUSSIAN =
            "Министры иностранных дел обсудили вопросы безопасности в регионе и договорились о новой встрече.";

    @ParameterizedTest
    @CsvSource({
        "euc-kr, x-windows-949, " + KOREAN,
        "ks_c_5601-1987, x-windows-949, " + KOREAN,
        "cp949, x-windows-949, " + KOREAN,
        "gb2312, GB18030, " + CHINESE,
        "koi8-r, KOI8-R, " + RUSSIAN,
        "koi8u, KOI8-U, " + RUSSIAN,
        "mac_cyrillic, x-MacCyrillic, " + RUSSIAN,
        "iso88595, ISO-8859-5, " + RUSSIAN,
        "iso2022_kr, ISO-2022-KR, " + KOREAN,
        "windows-1251, windows-1251, " + RUSSIAN
    })
    void readsTheLabelAsTheWebMeansIt(String label, Charset meant, String text) {
        var decoded = TextDecoder.decode(text.getBytes(meant), "text/html; charset=" + label, Declaration.HTML);

        assertThat(decoded).isEqualTo(new DecodedText(text, meant));
    }

    @ParameterizedTest
    @CsvSource({"x-windows-949, " + KOREAN, "GB18030, " + CHINESE, "windows-1251, " + RUSSIAN, "KOI8-R, " + RUSSIAN})
    void knowsTheCharsetByItsLooksWhereTheLabelIsWrong(Charset written, String text) {
        var page = "<meta charset=utf-8><p>" + text + "</p>";

        assertThat(TextDecoder.decode(page.getBytes(written), null, Declaration.HTML)
                        .text())
                .isEqualTo(page);
    }

    @Test
    void believesValidUtf8MoreThanAnyLabel() {
        var decoded = TextDecoder.decode(
                RUSSIAN.getBytes(StandardCharsets.UTF_8), "text/html; charset=iso-8859-1", Declaration.HTML);

        assertThat(decoded.text()).isEqualTo(RUSSIAN);
    }

    @Test
    void keepsUtf8ThatWasCutInTheMiddleOfACharacter() {
        var bytes = KOREAN.getBytes(StandardCharsets.UTF_8);
        var cut = java.util.Arrays.copyOf(bytes, bytes.length - 5);

        assertThat(TextDecoder.decode(cut, null, Declaration.HTML).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void readsUtf16WithAndWithoutItsMark() {
        var feed = "<?xml version='1.0'?><rss><channel><title>" + RUSSIAN + "</title></channel></rss>";

        assertThat(TextDecoder.decode(feed.getBytes(StandardCharsets.UTF_16), null, Declaration.XML)
                        .text())
                .isEqualTo(feed);
        assertThat(TextDecoder.decode(feed.getBytes(StandardCharsets.UTF_16LE), null, Declaration.XML)
                        .text())
                .isEqualTo(feed);
    }
}
