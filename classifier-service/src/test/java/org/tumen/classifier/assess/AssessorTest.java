package org.tumen.classifier.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;
import org.tumen.model.envelope.EventRecords;
import org.tumen.model.envelope.Golden;
import org.tumen.model.feed.SourceKind;

class AssessorTest {

    private static final Assessor ASSESSOR =
            new Assessor(Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors")));
    private static final String TITLE = "Chinese ambassador skips North Korean Victory Day ceremony";
    private static final String TEXT =
            "China's ambassador to North Korea did not attend the ceremony on Tuesday, Yonhap reported.";

    @Test
    void scoresWithASumOfNamedContributions() {
        var finding = only(TITLE, "", SourceKind.PRESS, null);
        assertThat(finding.contributions()).extracting(Contribution::name).containsExactly("signal", "model", "title");
        assertThat(finding.score())
                .isCloseTo(
                        finding.contributions().stream()
                                .mapToDouble(Contribution::value)
                                .sum(),
                        within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                TEXT + "\nThe weather was fine in Paris and the trains ran on time.",
                TEXT + "\n" + TEXT,
                "In 1979 China did not attend a ceremony in North Korea."
            })
    void isNeverHurtByMoreText(String text) {
        var withText = only(TITLE, text, SourceKind.PRESS, null);
        var titleAlone = only(TITLE, "", SourceKind.PRESS, null);
        assertThat(withText.score()).isEqualTo(titleAlone.score());
        assertThat(withText.status()).isEqualTo(titleAlone.status());
    }

    /** "The Russian delegate sat in front. China did not say why it stayed away." */
    @Test
    void readsNoSecondActIntoASentenceThatNamesSomebodyElse() {
        var text = "据朝鲜官方电视台公布的嘉宾名单，中国驻朝鲜大使未出席周二在平壤举行的胜利日纪念活动。\n俄罗斯代表坐在前排。中方没有说明缺席原因。";
        assertThat(only("中国大使缺席平壤胜利日活动", text, SourceKind.PRESS, null).dyad())
                .hasToString("Dyad[giver=PRC, receiver=DPRK]");
    }

    @Test
    void readsNoSecondActWithoutKnownWordsIntoALaterSentence() {
        var text =
                "North Korea and Russia signed a mutual defence pact in Pyongyang on Friday, the two foreign ministries announced.\n"
                        + "Sergei Shoigu, who led the Russian delegation, stayed for dinner and flew back the same night.";
        assertThat(only("North Korea and Russia sign mutual defence pact", text, SourceKind.PRESS, null)
                        .signal())
                .hasToString("treaty-move");
    }

    @Test
    void findsTheSameInUpperCase() {
        var plain = only(TITLE, TEXT, SourceKind.PRESS, null);
        var loud = only(TITLE.toUpperCase(Locale.ROOT), TEXT.toUpperCase(Locale.ROOT), SourceKind.PRESS, null);
        assertThat(loud.score()).isEqualTo(plain.score());
        assertThat(loud.dyad()).isEqualTo(plain.dyad());
    }

    @Test
    void countsStateMediaAsTheVoiceOfTheirState() {
        var title = "Russia sends rice to North Korea";
        assertThat(only(title, "", SourceKind.STATE_MEDIA, "KP").status()).isEqualTo(Status.ANNOUNCED);
        assertThat(only(title, "", SourceKind.STATE_MEDIA, "CN").status()).isEqualTo(Status.REPORTED);
    }

    @Test
    void saysLittleOfWhatIsMentionedFarDown() {
        var text = "A quiet day in the market was followed by rain.\n".repeat(12) + TEXT;
        assertThat(ASSESSOR.assess(text("Market report", text, SourceKind.PRESS, null))
                        .toPublish())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uD800", "\u202E\u202D", "<p>Russia &amp; North Korea</p>", "1234567890"})
    void answersWhateverTheTextIs(String text) {
        assertThat(ASSESSOR.assess(text("", text, SourceKind.PRESS, null)).toPublish())
                .isEmpty();
    }

    @Test
    void readsTheGoldenAssessment() {
        var assessed = EventRecords.read(Golden.record("article-assessed"), ArticleAssessed.class)
                .event();
        assertThat(assessed.modelVersion()).isEqualTo("frames-2");
    }

    private static Finding only(String title, String text, SourceKind kind, @Nullable String country) {
        var findings = ASSESSOR.assess(text(title, text, kind, country)).toPublish();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static AssessedText text(String title, String text, SourceKind kind, @Nullable String country) {
        return new AssessedText(title, text, "und", kind, country, Instant.parse("2024-07-28T00:00:00Z"));
    }
}
