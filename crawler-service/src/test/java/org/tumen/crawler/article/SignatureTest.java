package org.tumen.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "홍길동 기자 gil@paper.example",
                "홍길동·김철수 기자",
                "[서울=새벽통신] 홍길동 기자",
                "홍길동 기자gil@paper.example다른기사 보기",
                "홍길동 gil@paper.example",
                "촬영기자:오세진/영상편집:남주리/그래픽:서보나",
                "记者 顾南星",
                "（边城晚报记者 苏晚晴）",
                "本报记者　高云岫、陆知远",
                "责任编辑：宋雅芳",
                "(责编：郑重、韩冰)",
                "【责任编辑:周一苇】",
                "作者︱春春",
                "《 北方日报 》（ 2023年12月21日 07 版）",
                "By Jane Doe and John van Roe",
                "Von Hans Müller",
                "Автор: Иван Петров",
                "승인 2024.04.29 15:41",
                "2024年5月3日(金) 18:20",
                "Date 23.05.2011"
            })
    void isALineThatOnlySaysWhoMadeIt(String line) {
        assertThat(Signature.isOne(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "홍길동 기자가 현장을 다녀왔습니다.",
                "记者从海关获悉，今年前四个月进出口总额同比增长近三成。",
                "设立：2001年6月4日",
                "作者认为，这条河的名字来自一个古老的词。",
                "By Tuesday the bridge was open again",
                "Von der Brücke ist wenig zu sehen",
                "2024年5月3日、橋が開通した。",
                "Author of three books on the river, she lives in the north."
            })
    void isNoSentenceOfTheText(String line) {
        assertThat(Signature.isOne(line)).isFalse();
    }
}
