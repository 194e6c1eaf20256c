package org.tumen.crawler.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireCreditTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yonhap      | SEOUL, Nov. 20 (Yonhap) -- South Korea said Friday that talks would go on.",
                "TASS        | MOSCOW, November 20. /TASS/. Russia and North Korea signed an agreement.",
                "TASS        | МОСКВА, 20 ноября. /ТАСС/. Россия и КНДР подписали соглашение.",
                "RIA Novosti | МОСКВА, 20 ноя - РИА Новости. Россия и КНДР подписали соглашение.",
                "Interfax    | Москва. 20 ноября. INTERFAX.RU - Россия и КНДР подписали соглашение.",
                "Xinhua      | BEIJING, Nov. 20 (Xinhua) -- China on Friday called for calm.",
                "Xinhua      | 新华社北京11月20日电 中方周五呼吁保持克制。",
                "Xinhua      | 新华社北京11月20日电（记者）外交部发言人周五说。",
                "CNS         | 中新社北京11月20日电 外交部发言人周五说。",
                "CNA         | （中央社台北20日電）外交部今天表示。",
                "KCNA        | Pyongyang, November 20 (KCNA) -- A meeting took place on Friday.",
                "KCNA        | (평양 11월 20일발 조선중앙통신) 회의가 진행되였다.",
                "KCNA        | 朝中社平壤11月20日电 会议于周五举行。",
                "Yonhap      | (서울=연합뉴스) 기자 = 정부는 금요일 회담이 계속된다고 밝혔다.",
                "Newsis      | [서울=뉴시스] 정부는 금요일 회담이 계속된다고 밝혔다.",
                "Yonhap      | 【ソウル聯合ニュース】韓国政府は金曜日、協議を続けると述べた。",
                "Kyodo       | 【北京共同】中国外務省は金曜日、協議を続けると述べた。",
                "AFP         | PARIS (AFP) - France said on Friday that talks would go on.",
                "AFP         | Talks will go on, France said on Friday.\\n© 2026 AFP",
                "Reuters     | Talks will go on, the ministry said. (Reuters)",
                "Reuters     | Talks will go on, the ministry said.\\nSource: Reuters",
                "Yonhap      | 【环球网报道】会谈将继续。（韩联社）",
            })
    void isReadWhereAgencyCopyBeginsOrEnds(String agency, String text) {
        assertThat(WireCredit.in(text.replace("\\n", "\n"))).contains(agency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russia and North Korea signed an agreement, TASS reported on Friday, and trains will run.",
                "The ministry told Reuters that talks would go on.",
                "Come back ASAP (ASAP) said the notice on the door of the consulate.",
                "外交部周五说，新华社此前的报道属实，会谈将继续。",
                "По сообщению ТАСС, соглашение подписано.",
                "정부는 조선중앙통신 보도를 인용해 회담이 계속된다고 밝혔다.",
                "",
            })
    void isNotAnAgencyThatIsOnlyQuoted(String text) {
        assertThat(WireCredit.in(text)).isEmpty();
    }
}
