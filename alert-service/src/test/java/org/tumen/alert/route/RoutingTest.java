package org.tumen.alert.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.Assessments;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Reason;
import org.tumen.alert.route.RouteDecision.Routed;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

class RoutingTest {

    private static final Filter EVERYTHING = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), 0);

    /** An article in Korean, protocol-snub between China and the DPRK, reported, at 0.75. */
    private static ArticleAssessed snub() {
        var article = Assessments.article("ko", "Seat", "The envoy was absent, and oil came.");
        return Assessments.of(
                article,
                Assessments.finding(article, "protocol-snub", Status.REPORTED, 0.75, "was absent"),
                Assessments.finding(article, "energy-shipment", Status.DENIED, 0.4, "oil came"));
    }

    @ParameterizedTest
    @CsvSource({
        "protocol-snub, DPRK-PRC, REPORTED,  ko, 0.75, ROUTED",
        "protocol-snub, DPRK-PRC, REPORTED,  en, 0.75, OTHER_LANGUAGE",
        "treaty-move,   DPRK-PRC, REPORTED,  ko, 0.75, OTHER_SIGNAL",
        "protocol-snub, DPRK-RUS, REPORTED,  ko, 0.75, OTHER_DYAD",
        "protocol-snub, DPRK-PRC, ANNOUNCED, ko, 0.75, OTHER_STATUS",
        "protocol-snub, DPRK-PRC, REPORTED,  ko, 0.76, SCORE_TOO_LOW",
        "energy-shipment, DPRK-PRC, DENIED,  ko, 0.4,  ROUTED",
    })
    void asksForLanguageSignalDyadStatusAndScore(
            SignalId signal, String dyad, Status status, String language, double minScore, String expected) {
        var filter = new Filter(Set.of(signal), Set.of(dyad), Set.of(status), Set.of(language), minScore);
        assertThat(name(Routing.decide(filter, snub()))).isEqualTo(expected);
    }

    @Test
    void wantsAllOfWhatAFilterLeavesOut() {
        assertThat(Routing.decide(EVERYTHING, snub())).isInstanceOfSatisfying(Routed.class, routed -> {
            assertThat(routed.findings()).containsExactly(0, 1);
            assertThat(routed.reason())
                    .isEqualTo("signal protocol-snub, PRC to DPRK, score 0.75 at or above 0.00, and 1 more");
        });
    }

    @Test
    void takesOnlyTheFindingsThatAreWanted() {
        var filter = new Filter(Set.of(new SignalId("energy-shipment")), Set.of(), Set.of(), Set.of(), 0);
        assertThat(Routing.decide(filter, snub()))
                .isInstanceOfSatisfying(
                        Routed.class, routed -> assertThat(routed.findings()).containsExactly(1));
    }

    @Test
    void saysThatNothingWasFound() {
        var nothing = Assessments.of(Assessments.article("en", "Weather", "It rained."));
        assertThat(Routing.decide(EVERYTHING, nothing)).isEqualTo(new NotRouted(Reason.NO_FINDINGS));
    }

    private static String name(RouteDecision decision) {
        return switch (decision) {
            case Routed _ -> "ROUTED";
            case NotRouted(var reason) -> reason.name();
        };
    }
}
