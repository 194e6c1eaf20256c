package org.tumen.classifier.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tumen.classifier.opinion.SecondOpinion.Verdict;
import org.tumen.classifier.signal.Scoring;
import org.tumen.model.assessment.Contribution;

/** No word carries a finding farther than the band is wide. */
class BandTest {

    private static final Band BAND = new Band(0.15, 0.45, new Scoring.Opinion(0.15, 0.1, -0.2));

    @ParameterizedTest
    @CsvSource({"0.1499, false", "0.15, true", "0.3, true", "0.45, true", "0.4501, false", "0, false", "1, false"})
    void holdsWhatIsNearTheThreshold(double score, boolean held) {
        assertThat(BAND.holds(Near.finding("aid-shipment", score))).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "0.2,    TOLD,     0.3",
        "0.25,   TOLD,     0.35",
        "0.4,    TOLD,     0.45",
        "0.45,   TOLD,     0.45",
        "0.45,   NOT_TOLD, 0.25",
        "0.3,    NOT_TOLD, 0.15",
        "0.15,   NOT_TOLD, 0.15",
        "0.2999, UNSURE,   0.2999"
    })
    void movesAScoreByThePointsAndNoFartherThanItsEdge(double score, Verdict verdict, double moved) {
        var finding = Near.finding("aid-shipment", score);

        var after = BAND.moved(finding, "opinion", verdict);

        assertThat(after.score()).isEqualTo(moved, within(1e-9));
        if (score == moved) {
            assertThat(after).isSameAs(finding);
        } else {
            assertThat(Near.added(after).name()).isEqualTo("opinion");
            assertThat(after.contributions().stream()
                            .mapToDouble(Contribution::value)
                            .sum())
                    .isEqualTo(moved, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void leavesAllButTheScoreAsItWas(Verdict verdict) {
        var finding = Near.finding("aid-shipment", 0.3);

        var after = BAND.moved(finding, "opinion", verdict);

        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("score", "contributions")
                .isEqualTo(finding);
    }

    @Test
    void liesWithinTheScores() {
        var wide = Band.of(Near.CATALOGUE.scoring(), new Scoring.Opinion(0.99, 1, -1));

        assertThat(wide.least()).isZero();
        assertThat(wide.most()).isEqualTo(1);
        assertThat(wide.moved(Near.finding("aid-shipment", 0.9), "opinion", Verdict.TOLD)
                        .score())
                .isEqualTo(1);
        assertThat(wide.moved(Near.finding("aid-shipment", 0.9), "opinion", Verdict.NOT_TOLD)
                        .score())
                .isZero();
    }
}
