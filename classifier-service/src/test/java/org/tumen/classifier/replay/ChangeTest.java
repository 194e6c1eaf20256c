package org.tumen.classifier.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.classifier.replay.Change.Kind;
import org.tumen.classifier.replay.Change.Limits;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Contribution;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

class ChangeTest {

    private static final Limits LIMITS = new Limits(0.5, 0.5);

    @ParameterizedTest
    @CsvSource({
        "0.8, 0.8,   SAME",
        "0.8, 0.804, SAME",
        "0.8, 0.7,   CHANGED",
        "0.8,    ,   LOST",
        "0.8, 0.4,   LOST",
        "   , 0.8,   GAINED",
        "0.4, 0.5,   GAINED",
        "0.4, 0.3,   BELOW",
        "   , 0.3,   BELOW"
    })
    void isWhatBecameOfTheScore(@Nullable Double before, @Nullable Double after, Kind expected) {
        var change = new Change(found(before, Status.REPORTED), found(after, Status.REPORTED), LIMITS);
        assertThat(change.kind()).isEqualTo(expected);
    }

    @Test
    void countsEachSideFromItsOwnThreshold() {
        var change = new Change(found(0.4, Status.REPORTED), found(0.4, Status.REPORTED), new Limits(0.3, 0.5));
        assertThat(change.kind()).isEqualTo(Kind.LOST);
    }

    @Test
    void isAChangeWhenTheSameScoreIsOfAnotherStatus() {
        var change = new Change(found(0.8, Status.REPORTED), found(0.8, Status.DENIED), LIMITS);
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
    }

    private static @Nullable Finding found(@Nullable Double score, Status status) {
        return score == null
                ? null
                : new Finding(
                        new SignalId("aid-shipment"),
                        Tier.EPISODIC,
                        new Dyad(new ActorId("RUS"), new ActorId("DPRK")),
                        null,
                        Polarity.CLOSER,
                        status,
                        null,
                        score,
                        List.of(new Evidence(Part.TITLE, 0, 4, "Rice")),
                        List.of(new Contribution("signal", score)));
    }
}
