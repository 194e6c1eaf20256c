package org.tumen.classifier.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MOSCOW, June 19 (Reuters) -| Vladimir Putin left for Pyongyang.",
                "Pyongyang, September 9 (KCNA) --| Kim Jong Un received a message.",
                "CAMP DAVID (Reuters) -| The three leaders agreed.",
                "UNITED NATIONS, Nov. 4, 2024 (AP) —| Russia vetoed it.",
                "BEIJING —| China has not said a word.",
                "MOSCOW, June 19. /TASS/.| Russia has ratified the treaty.",
                "МОСКВА, 12 ноября. /ТАСС/.| Россия и КНДР завершили процедуры.",
                "Пекин, 18 марта /Синьхуа/ --| Китай и КНДР подписали протокол.",
                "ПЕКИН, 5 ноя —| РИА Новости. Китай выразил протест.",
                "Пхеньян. 19 июня. ИНТЕРФАКС| - Стороны подписали договор.",
                "ПХЕНЬЯН, 9 октября.| Заместитель председателя прибыл.",
                "(모스크바=연합뉴스)| 푸틴 대통령이 서명했다.",
                "[베이징=뉴시스] 박모세 특파원 =| 중국 외교부는 밝혔다.",
                "新华社平壤6月20日电| 普京抵达平壤。",
                "新华社莫斯科10月24日电（记者王某）| 国家杜马通过。",
                "朝中社9月14日电| 金正恩同志会谈。",
                "【環球時報駐莫斯科記者】| 俄方表示。",
            })
    void endsBeforeTheFirstSentence(String dateline, String sentence) {
        assertThat(Dateline.end(dateline + " " + sentence, 0)).isEqualTo(dateline.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moscow and Pyongyang signed a treaty - the first in 24 years.",
                "Russia, China and North Korea (the \"axis\") - as some have it - met.",
                "Beijing said on Monday that it knew of no visit.",
                "Россия и КНДР — союзники, заявил министр.",
                "Москва, по словам министра, поможет.",
                "북한과 러시아가 조약에 서명했다.",
                "俄外长5日电话会谈，双方讨论了局势。",
                "朝鲜外务省发言人20日电视讲话。",
                "中国外交部发言人6月20日表示，中方注意到有关报道。",
                "Kim Jong Un – who had not left the country for four years – went to Vladivostok.",
            })
    void isNotSeenInASentence(String sentence) {
        assertThat(Dateline.end(sentence, 0)).isZero();
    }
}
