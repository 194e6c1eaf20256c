package org.tumen.classifier.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.actor.Actors;
import org.tumen.classifier.language.Language;
import org.tumen.model.assessment.CodedEvent;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.QuadClass;

class EventCoderTest {

    private static final EventCoder CODER = new EventCoder(Actors.load(Path.of("../seeds/actors")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | North Korea accused the United States of hostile acts | ACCUSE  | DPRK | USA
            ENGLISH | France condemned Belarus over the arrests             | ACCUSE  | FRA  | BLR
            ENGLISH | China's foreign minister met his Indian counterpart   | CONSULT | PRC  | IND
            ENGLISH | Russia was condemned by Japan                         | ACCUSE  | JPN  | RUS
            ENGLISH | Turkey threatens to attack Syria                      | THREATEN| TUR  | SYR
            KOREAN  | 북한이 한국을 강하게 비난했다                                     | ACCUSE  | DPRK | ROK
            KOREAN  | 중국이 북한에 쌀을 지원했다                                      | AID     | PRC  | DPRK
            KOREAN  | 프랑스가 독일에 무기를 공급했다                                    | AID     | FRA  | DEU
            CHINESE | 中国谴责日本                                            | ACCUSE  | PRC  | JPN
            CHINESE | 俄罗斯向朝鲜捐赠粮食                                       | AID     | RUS  | DPRK
            CHINESE | 法国外长访问印度                                         | CONSULT | FRA  | IND
            RUSSIAN | Россия обвинила Украину в нападении                    | ACCUSE  | RUS  | UKR
            RUSSIAN | Китай призвал США отменить меры                        | REQUEST | PRC  | USA
            RUSSIAN | Президент Сербии посетил Китай                         | CONSULT | SRB  | PRC
            """)
    void tellsWhoDoesWhatToWhom(Language language, String title, String type, String source, String target) {
        assertThat(CODER.code(language, title, "")).singleElement().satisfies(event -> {
            assertThat(event.plover()).hasToString(type);
            assertThat(event.source().value()).isEqualTo(source);
            assertThat(event.target().value()).isEqualTo(target);
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/events-by-language.csv", delimiter = '|')
    void tellsAllFifteenTypesInEachLanguage(
            Language language, String title, String type, String source, String target) {
        tellsWhoDoesWhatToWhom(language, title, type, source, target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | Police fired tear gas at protesters in front of the palace | COP | OPP
            ENGLISH | Rebels freed two aid workers on Friday                      | REB | NGO
            CHINESE | 警方逮捕了多名记者                                          | COP | MED
            """)
    void namesGroupsByTheirRoleWhereNoStateIsNamed(Language language, String title, String source, String target) {
        assertThat(CODER.code(language, title, "")).singleElement().satisfies(event -> {
            assertThat(event.source().value()).isEqualTo(source);
            assertThat(event.target().value()).isEqualTo(target);
        });
    }

    @Test
    void namesTheOtherSideOfASureActEvenWhenNoListHasIt() {
        assertThat(CODER.code(Language.ENGLISH, "Norway condemned the coup", ""))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.source().value()).isEqualTo("NOR");
                    assertThat(event.target().value()).isEqualTo("OTHER");
                });
    }

    @Test
    void pointsAtTheSentenceInTheStoredText() {
        var text = "The weather was fine.\nOn Monday Russia expelled two Japanese diplomats. It rained.";
        var event = CODER.code(Language.ENGLISH, "", text).getFirst();
        assertThat(event.part()).isEqualTo(Part.TEXT);
        assertThat(text.substring(event.start(), event.end()))
                .isEqualTo("On Monday Russia expelled two Japanese diplomats.");
        assertThat(event.plover().quad()).isEqualTo(QuadClass.MATERIAL_CONFLICT);
    }

    @Test
    void codesNothingWhereNobodyActs() {
        assertThat(CODER.code(Language.ENGLISH, "Rain in Paris", "The trains ran on time."))
                .isEmpty();
        assertThat(CODER.code(Language.CHINESE, "今天天气晴朗", "")).isEmpty();
    }

    @Test
    void readsAVeryLongTitleInTimeThatDoesNotGrow() {
        var title = "Russia attacks Ukraine and Japan and China meet ".repeat(20_000);
        assertThat(CODER.code(Language.ENGLISH, title, ""))
                .extracting(CodedEvent::end)
                .allMatch(end -> end <= 1_000);
    }
}
