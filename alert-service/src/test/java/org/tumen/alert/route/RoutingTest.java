package org.tumen.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tumen.alert.subscription.Filters.filter;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tumen.alert.Assessments;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Reason;
import org.tumen.alert.route.RouteDecision.Routed;
import org.tumen.alert.route.Routing.Facts;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Evidence.Part;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

class RoutingTest {

    private static final Evidence HIT = new Evidence(Part.TITLE, 0, 4, "Seat");

    /**
     * An article in Korean by an agency of family and feed {@code example}: protocol-snub, episodic, from China to the DPRK,
     * reported, at 0.75; and energy-shipment, structural, from Russia to the DPRK, leaving out China, denied, at 0.40.
     */
    private static ArticleAssessed snub() {
        var article = Assessments.article("ko", "Seat", "The envoy was absent, and oil came.");
        return Assessments.of(
                article,
                Assessments.finding(article, "protocol-snub", Status.REPORTED, 0.75, "was absent"),
                Assessments.finding(
                        article,
                        "energy-shipment",
                        "RUS",
                        "DPRK",
                        "PRC",
                        Polarity.CLOSER,
                        Tier.STRUCTURAL,
                        Status.DENIED,
                        0.4,
                        "oil came"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 0 1",
                "{signals: [protocol-snub]} | 0",
                "{tiers: [structural]} | 1",
                "{dyads: [DPRK-PRC]} | 0",
                "{dyads: [PRC>DPRK]} | 0",
                "{dyads: ['*>DPRK']} | 0 1",
                "{dyads: [RUS-*]} | 1",
                "{leftOut: [PRC, USA]} | 1",
                "{statuses: [denied]} | 1",
                "{minScore: 0.75} | 0",
                "{surprise: [rare, too-little-history]} | 0",
                "{maxProbability: 0.004} | 0",
                "{minOrigins: 2} | 0 1",
                "{languages: [ko], sourceKinds: [agency], families: [example], feeds: [example]} | 0 1",
                "{text: seat} | 0 1",
                "{text: seat, statuses: [denied]} | 1",
            })
    void takesTheFindingsThatAreWanted(String filter, String places) {
        assertThat(Routing.decide(filter(filter), facts(2, List.of(HIT))))
                .isInstanceOfSatisfying(Routed.class, routed -> {
                    assertThat(routed.findings()).map(String::valueOf).containsExactly(places.split(" "));
                    assertThat(routed.hits()).containsExactly(HIT);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{languages: [en, ru]} | OTHER_LANGUAGE | the text is in ko, not in en or ru",
                "{sourceKinds: [press, state-media]} | OTHER_SOURCE_KIND | the source is of kind agency, not press or"
                        + " state-media",
                "{families: [tass]} | OTHER_FAMILY | the outlet is of family example, not tass",
                "{feeds: [kcna-en]} | OTHER_FEED | it came by feed example, not kcna-en",
                "{text: seat OR chair} | TEXT_NOT_FOUND | title and text do not have what is looked for: seat OR chair",
                "{signals: [treaty-move]} | OTHER_SIGNAL | signal protocol-snub is not treaty-move",
                "{tiers: [context]} | OTHER_TIER | protocol-snub is episodic, not context",
                "{dyads: [DPRK>PRC, RUS-USA]} | OTHER_DYAD | PRC>DPRK is not DPRK>PRC or RUS-USA",
                "{leftOut: [USA]} | OTHER_LEFT_OUT | nobody is left out, not USA",
                "{signals: [energy-shipment], leftOut: [USA]} | OTHER_LEFT_OUT | PRC is left out, not USA",
                "{statuses: [announced]} | OTHER_STATUS | it is reported, not announced",
                "{minScore: 0.8} | SCORE_TOO_LOW | score 0.75 is below 0.80",
                "{signals: [energy-shipment], minScore: 0.5} | SCORE_TOO_LOW | score 0.40 is below 0.50",
                "{surprise: [unusual]} | NOT_SURPRISING | it is rare, not unusual",
                "{maxProbability: 0.0005} | NOT_SURPRISING | the probability 0.0010 is above 0.0005",
                "{minOrigins: 2} | TOO_FEW_ORIGINS | 1 origin is fewer than 2",
            })
    void saysWhatIsOtherwiseWithTheFindingThatCameNearest(String filter, Reason reason, String words) {
        assertThat(Routing.decide(filter(filter), facts(1, List.of()))).isEqualTo(new NotRouted(reason, words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | signal protocol-snub, PRC to DPRK, score 0.75 at or above 0.00, and 1 more",
                "{signals: [protocol-snub], minScore: 0.5} | signal protocol-snub, PRC to DPRK, score 0.75 at or above"
                        + " 0.50",
                "{text: seat, minScore: 0.5, minOrigins: 2} | signal protocol-snub, PRC to DPRK, score 0.75 at or"
                        + " above 0.50; the words of seat; 3 independent origins of at least 2",
            })
    void saysWhyItMatches(String filter, String words) {
        assertThat(Routing.decide(filter(filter), facts(3, List.of(HIT))))
                .isInstanceOfSatisfying(
                        Routed.class, routed -> assertThat(routed.reason()).isEqualTo(words));
    }

    @Test
    void takesAnArticleForItsWordsAloneWhenNothingElseIsAsked() {
        var weather = Assessments.of(Assessments.article("en", "Seat", "It rained."));
        var facts = new Facts(weather, 1, List.of(), List.of(HIT));
        assertThat(Routing.decide(filter("{text: seat, languages: [en]}"), facts))
                .isEqualTo(new Routed(List.of(), List.of(HIT), "the words of seat"));
        var nothing = new NotRouted(Reason.NO_FINDINGS, "nothing was found in the article");
        assertThat(Routing.decide(filter("{text: seat, minScore: 0.1}"), facts)).isEqualTo(nothing);
        assertThat(Routing.decide(filter("{}"), facts)).isEqualTo(nothing);
    }

    @Test
    void letsNothingPassAsUnusualThatWasNotLookedAt() {
        assertThat(Routing.decide(filter("{surprise: [rare]}"), new Facts(snub(), 1, List.of(), List.of())))
                .isEqualTo(new NotRouted(Reason.NOT_SURPRISING, "it was not looked at how unusual it is"));
    }

    @Test
    void tellsACorrectionByTheFindingsThatASubscriptionIsAbout() {
        var findings = snub().findings();
        assertThat(Routing.about(filter("{signals: [energy-shipment], statuses: [reported]}"), findings))
                .containsExactly(1);
        assertThat(Routing.about(filter("{dyads: [DPRK>RUS]}"), findings)).containsExactly(0, 1);
    }

    private static Facts facts(int origins, List<Evidence> hits) {
        return new Facts(
                snub(), origins, List.of(surprise(Verdict.RARE, 0.001), surprise(Verdict.WITHIN_RANGE, 0.4)), hits);
    }

    private static Surprise surprise(Verdict verdict, double probability) {
        return new Surprise(verdict, probability, 1, 0.1, Comparison.DAYS, null, 300, 12, false);
    }
}
