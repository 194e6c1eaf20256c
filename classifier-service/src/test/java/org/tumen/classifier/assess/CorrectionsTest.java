package org.tumen.classifier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.model.LinearModel;
import org.tumen.classifier.model.SwitchWeights;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Status;
import org.tumen.model.feed.SourceKind;

/** What the learned models say of who acts, and of how a text holds an act, wins over what the rules read. */
class CorrectionsTest {

    private static final Catalogue CATALOGUE = Catalogue.load(Path.of("../seeds/signals"), Path.of("../seeds/actors"));

    private static final String RICE = "Russia sends rice to North Korea";

    private static final Instant PUBLISHED = Instant.parse("2024-07-28T00:00:00Z");

    /** As the command line has it of a text without a date. */
    private static final Instant UNDATED = Instant.parse("0000-01-01T00:00:00Z");

    @Test
    void turnsAPairThatTheModelReadsTheOtherWayRound() {
        var finding = only(new SignalModel(nothing(), pairs("@o B"), nothing()), RICE);

        assertThat(finding.dyad()).isEqualTo(pair("DPRK", "RUS"));
        assertThat(finding.evidence().getFirst().quote()).isEqualTo(RICE);
    }

    @Test
    void readsAPartnerWhoIsNotNamedWhereTheModelDoes() {
        var finding = only(new SignalModel(nothing(), pairs("@g PRC"), nothing()), RICE);

        assertThat(finding.dyad().giver()).isEqualTo(new ActorId("PRC"));
    }

    @Test
    void keepsWhatTheRulesReadWhereNothingWasLearned() {
        assertThat(only(SignalModel.none(), RICE).dyad()).isEqualTo(pair("RUS", "DPRK"));
        assertThat(only(SignalModel.none(), RICE).status()).isEqualTo(Status.REPORTED);
    }

    @Test
    void asksOnlyForTheOrderOfPairsWhereSeveralDoTheSame() {
        var title = "Rodong Sinmun puts Putin's message on page one and Xi's on page three";
        var pages = new Assessor(CATALOGUE, new SignalModel(nothing(), pairs("@g RUS"), nothing()))
                .assess(text(title, SourceKind.PRESS, null, PUBLISHED)).findings().stream()
                        .filter(finding -> finding.signal().value().equals("media-placement"))
                        .map(Finding::dyad);

        assertThat(pages).containsExactlyInAnyOrder(pair("RUS", "DPRK"), pair("DPRK", "PRC"));
    }

    @Test
    void holdsAnActAsTheModelReadsIt() {
        assertThat(only(new SignalModel(nothing(), pairs(), stances("denied", "@l title")), RICE)
                        .status())
                .isEqualTo(Status.DENIED);
    }

    @Test
    void knowsWhoseOutletItIs() {
        var model = new SignalModel(nothing(), pairs(), stances("announced", "@v STATE_MEDIA giver"));

        assertThat(status(model, SourceKind.STATE_MEDIA, "RU", PUBLISHED)).isEqualTo(Status.ANNOUNCED);
        assertThat(status(model, SourceKind.STATE_MEDIA, "CN", PUBLISHED)).isEqualTo(Status.REPORTED);
        assertThat(status(model, SourceKind.AGENCY, "RU", PUBLISHED)).isEqualTo(Status.REPORTED);
    }

    @Test
    void takesNoPastForGrantedWithoutADate() {
        var model = new SignalModel(nothing(), pairs(), stances("historical", "@l title"));

        assertThat(status(model, SourceKind.PRESS, null, PUBLISHED)).isEqualTo(Status.HISTORICAL);
        assertThat(status(model, SourceKind.PRESS, null, UNDATED)).isEqualTo(Status.REPORTED);
    }

    private static Status status(SignalModel model, SourceKind kind, @Nullable String country, Instant published) {
        return shipment(new Assessor(CATALOGUE, model).assess(text(RICE, kind, country, published)))
                .status();
    }

    private static Finding only(SignalModel model, String title) {
        return shipment(new Assessor(CATALOGUE, model).assess(text(title, SourceKind.PRESS, null, PUBLISHED)));
    }

    private static Finding shipment(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.signal().value().equals("aid-shipment"))
                .findFirst()
                .orElseThrow();
    }

    private static Dyad pair(String giver, String receiver) {
        return new Dyad(new ActorId(giver), new ActorId(receiver));
    }

    /** Puts pairs with this feature first. */
    private static SwitchWeights pairs(String feature) {
        return SwitchWeights.read(
                lines("%size\t1\t1", "%classes\tpair", "%switch\t1", "%bias\t0", feature + "\t1\t100"));
    }

    /** Puts none first. */
    private static SwitchWeights pairs() {
        return SwitchWeights.read(lines());
    }

    /** Reads this status where the feature is, and a report everywhere else. */
    private static LinearModel stances(String status, String feature) {
        return model(
                "%size\t1\t1", "%classes\treported\t" + status, "%switch\t1", "%bias\t0\t-100", feature + "\t1\t\t200");
    }

    private static LinearModel nothing() {
        return model();
    }

    private static LinearModel model(String... lines) {
        return LinearModel.read(lines(lines));
    }

    private static InputStream lines(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static AssessedText text(String title, SourceKind kind, @Nullable String country, Instant published) {
        return new AssessedText(title, "", "en", kind, country, published);
    }
}
