package org.tumen.classifier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.model.WrittenModel;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Finding;
import org.tumen.model.feed.SourceKind;

/** What the learned model says counts beside the frames, by the points of the catalogue. */
class LearnedModelTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    /** No frame knows the words of it. */
    private static final String UNHEARD = "Moscow tops up the larders of Pyongyang";

    private static final String HEARD = "Chinese ambassador skips North Korean Victory Day ceremony";

    @Test
    void tellsASignalThatNoFrameTells() {
        var finding = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen larders", 300))
                .assess(text(UNHEARD))
                .toPublish()
                .getFirst();

        assertThat(finding.signal().value()).isEqualTo("aid-shipment");
        assertThat(finding.dyad().giver()).isEqualTo(new ActorId("RUS"));
        assertThat(finding.dyad().receiver()).isEqualTo(new ActorId("DPRK"));
        assertThat(finding.contributions()).extracting(Contribution::name).contains("signal", "model", "title");
        assertThat(finding.evidence().getFirst().quote()).isEqualTo(UNHEARD);
    }

    @Test
    void isSilentWhereItsWordsAreNot() {
        var assessor = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen larders", 300));

        assertThat(assessor.assess(text("Moscow looks at Pyongyang")).toPublish())
                .isEmpty();
    }

    @Test
    void takesAwayFromWhatAFrameTellsWhenItIsSureOfTheOpposite() {
        var against = new Assessor(CATALOGUE, modelOf("protocol-snub", "wen skips", -900)).assess(text(HEARD));
        var alone = new Assessor(CATALOGUE, SignalModel.none()).assess(text(HEARD));

        assertThat(snub(against.findings()).score())
                .isLessThan(snub(alone.findings()).score());
        assertThat(against.toPublish()).isEmpty();
    }

    @Test
    void leavesASignalThatItDoesNotKnowToTheFrames() {
        var other = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen larders", 300)).assess(text(HEARD));
        var alone = new Assessor(CATALOGUE, SignalModel.none()).assess(text(HEARD));

        assertThat(snub(other.findings())).isEqualTo(snub(alone.findings()));
    }

    @Test
    void neverTellsASignalThatTheCatalogueDoesNotHave() {
        var assessor = new Assessor(CATALOGUE, modelOf("larder-signal", "wen larders", 900));

        assertThat(assessor.assess(text(UNHEARD)).findings())
                .noneMatch(finding -> finding.signal().value().equals("larder-signal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The larders of Paris", "larders", ""})
    void isNotAskedWhereNobodyKnownIsNamed(String title) {
        var assessor = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen larders", 900));

        assertThat(assessor.assess(text(title)).findings()).isEmpty();
    }

    @Test
    void readsNoPartnerIntoAHeadlineWhoseTextNamesNone() {
        var assessor = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen blankets", 100));
        var title = "Blankets handed out in Jagang Province";

        assertThat(assessor.assess(text(title)).findings())
                .as("a headline alone may leave out who gave")
                .isNotEmpty();
        assertThat(assessor.assess(text(title, "People of the North Korean province thanked the party."))
                        .findings())
                .isEmpty();
        assertThat(assessor.assess(text(title, "People of the North Korean province thanked China."))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void readsAPartnerWhoGoesWithoutSayingIntoWhatItIsSureOf() {
        var assessor = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen blankets", 300));

        assertThat(assessor.assess(text("Blankets handed out in Jagang Province", "Pyongyang was thankful."))
                        .findings())
                .isNotEmpty();
    }

    @Test
    void inSportItWantsBothInTheSentence() {
        var assessor = new Assessor(CATALOGUE, modelOf("treaty-move", "wen peace", 900));

        assertThat(assessor.assess(text("Fan clubs of Russia and North Korea sign peace pact before derby"))
                        .toPublish())
                .isNotEmpty();
        assertThat(assessor.assess(text(
                                "Fan clubs sign peace pact before Vladivostok derby",
                                "The club's North Korean masseur watched."))
                        .toPublish())
                .isEmpty();
    }

    @Test
    void tellsTheOppositeOfKnownWordsWhereItSeesThatRatherThanWhatTheyTell() {
        var goneSour = text("Kim Jong Un visits Beijing without a smile");
        var visitIsUnlikely = new Assessor(
                CATALOGUE, modelOf("wen smile", List.of("high-level-visit", "protocol-snub"), List.of(-50, 100)));
        var visitIsLikelier = new Assessor(
                CATALOGUE, modelOf("wen smile", List.of("high-level-visit", "protocol-snub"), List.of(150, 100)));

        assertThat(signals(visitIsUnlikely.assess(goneSour))).contains("protocol-snub");
        assertThat(signals(visitIsLikelier.assess(goneSour)))
                .contains("high-level-visit")
                .doesNotContain("protocol-snub");
    }

    @Test
    void hearsTheSameInUpperCase() {
        var assessor = new Assessor(CATALOGUE, modelOf("aid-shipment", "wen larders", 300));

        assertThat(assessor.assess(text(UNHEARD.toUpperCase(Locale.ROOT)))
                        .toPublish()
                        .getFirst()
                        .score())
                .isEqualTo(assessor.assess(text(UNHEARD)).toPublish().getFirst().score());
    }

    private static List<String> signals(Assessment assessment) {
        return assessment.toPublish().stream()
                .map(finding -> finding.signal().value())
                .toList();
    }

    private static SignalModel modelOf(String signal, String word, int hundredths) {
        return modelOf(word, List.of(signal), List.of(hundredths));
    }

    /** Knows signals by one word: their weights are in hundredths of log odds, where nothing else is known. */
    private static SignalModel modelOf(String word, List<String> signals, List<Integer> hundredths) {
        var written = new WrittenModel(
                List.of(), signals, 0.35, signals.stream().map(_ -> -400L).toList());
        written.add(
                word,
                1,
                hundredths.stream().map(weight -> String.valueOf(weight + 400)).toList());
        return new SignalModel(
                LinearModel.read(new ByteArrayInputStream(written.text().getBytes(StandardCharsets.UTF_8))));
    }

    private static Finding snub(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.signal().value().equals("protocol-snub"))
                .findFirst()
                .orElseThrow();
    }

    private static AssessedText text(String title) {
        return text(title, "");
    }

    private static AssessedText text(String title, String text) {
        return new AssessedText(title, text, "en", SourceKind.PRESS, null, Instant.parse("2024-07-28T00:00:00Z"));
    }
}
