package org.tumen.classifier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Finding;
import org.tumen.model.feed.SourceKind;

/** What makes no difference to a reader makes none to the score, and what is taken away is missed. */
class SameResultTest {

    private static final Assessor ASSESSOR =
            new Assessor(Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors")));

    private static final Map<Language, String> ASIDES = Map.of(
            Language.ENGLISH, "The museum of clocks will open its garden at the weekend.",
            Language.KOREAN, "시계 박물관은 주말에 정원을 연다.",
            Language.CHINESE, "钟表博物馆周末开放花园。",
            Language.RUSSIAN, "Музей часов откроет сад в выходные.");

    static Stream<Arguments> examples() {
        return ASSESSOR.catalogue().signals().stream()
                .flatMap(signal -> signal.examples().fires().stream())
                .map(example -> Arguments.of(example.title(), example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void findsTheSameInTheDoubledTextAndWithAParagraphMore(String title, Signal.Example example) {
        var text = example.text() == null ? example.title() : example.text();
        var once = told(title, text);
        assertThat(told(title, text + "\n" + text)).isEqualTo(once);
        assertThat(told(title, text + "\n" + ASIDES.get(example.lang()))).isEqualTo(once);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void findsLessWithoutTheEvidence(String title, Signal.Example example) {
        for (var finding : assess(title, "").findings()) {
            assertThat(assess("", "").findings())
                    .noneMatch(other -> other.signal().equals(finding.signal()) && other.score() >= finding.score());
            assertThat(finding.evidence())
                    .allSatisfy(evidence -> assertThat(title.substring(evidence.start(), evidence.end()))
                            .isEqualTo(evidence.quote()));
        }
        assertThat(example.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Choe Son Hui arrives in Moscow for talks | Choi Son-hui arrives in Moscow for talks",
                "Choe Son Hui arrives in Moscow for talks | Choe Son-hui arrives in Moscow for talks",
                "Sergei Shoigu lands in Pyongyang | Sergey Shoigu lands in Pyongyang",
                "N. Korea ships shells to Russia | DPRK ships shells to Russia",
                "China's envoy skips North Korean parade | PRC's envoy skips DPRK parade",
                "Russia-North Korea treaty takes effect | Russia-DPRK treaty takes effect",
                "푸틴, 김정은에 축전 | 뿌찐, 김정은에 축전",
                "시진핑, 김정은에 친서 | 습근평, 김정은에 친서",
                "中国大使缺席平壤活动 | 中國大使缺席平壤活動",
                "Россия поставила КНДР зенитные ракеты | Россия поставила Северной Корее зенитные ракеты"
            })
    void meetsSpellingsOfANameInOneActor(String one, String other) {
        assertThat(told(one, "")).isNotEmpty();
        assertThat(told(other, "")).isEqualTo(told(one, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "Russia ships artillery to North Korea",
        "Xi sends congratulatory message to Kim Jong Un",
        "US imposes sanctions on Russian bank",
        "Би-би-си: КНДР отправила рабочих в Россию"
    })
    void findsTheSameInCapitals(String title) {
        assertThat(told(title, "")).isNotEmpty();
        assertThat(told(title.toUpperCase(Locale.ROOT), "")).isEqualTo(told(title, ""));
    }

    @Test
    void readsALineOfTenMillionCharactersAsFarAsTheLimitAndSaysSo() {
        var line = "Russia ships rice to North Korea ".repeat(300_000);
        var started = Instant.now();
        var assessment = assess("", line);
        assertThat(Duration.between(started, Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(assessment.unread()).isEqualTo(line.length() - 1_000_000);
        assertThat(assessment.findings()).isNotEmpty();
    }

    private static List<String> told(String title, String text) {
        return assess(title, text).findings().stream()
                .map(SameResultTest::inShort)
                .sorted()
                .toList();
    }

    private static String inShort(Finding finding) {
        return finding.signal() + " " + finding.dyad() + " " + finding.status() + " " + finding.score();
    }

    private static Assessment assess(String title, String text) {
        return ASSESSOR.assess(
                new AssessedText(title, text, "und", SourceKind.PRESS, null, Instant.parse("2025-06-01T00:00:00Z")));
    }
}
