package org.tumen.alert.raise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tumen.alert.Assessments;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.alert.ArticleReference;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise;
import org.tumen.model.alert.Surprise.Comparison;
import org.tumen.model.alert.Surprise.Verdict;
import org.tumen.model.assessment.Finding;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;
import org.tumen.model.assessment.Tier;

class ListedTest {

    private static final List<Map.Entry<String, String>> WAYS =
            List.of(Map.entry("RUS", "DPRK"), Map.entry("DPRK", "RUS"), Map.entry("DPRK", "PRC"));

    @Test
    void namesEachSignalOnce() {
        assertThat(Listed.signals(told("summit", "aid-cut", "summit"))).containsExactly("aid-cut", "summit");
    }

    @Test
    void namesAPairOnceWhoeverActs() {
        assertThat(Listed.pairs(told("summit", "summit", "summit"))).containsExactly("DPRK-PRC", "DPRK-RUS");
    }

    @Test
    void isAsUnusualAsTheMostUnusualOfWhatItTells() {
        assertThat(Listed.chance(withSurprises(0.4, null, 0.03))).isEqualTo(0.03f);
    }

    @Test
    void saysNothingOfHowUnusualItIsWithTooLittleHistory() {
        assertThat(Listed.chance(withSurprises(null, null))).isNull();
        assertThat(Listed.chance(told("summit"))).isNull();
    }

    private static AlertRaised told(String... signals) {
        return event(findings(signals), null);
    }

    private static AlertRaised withSurprises(@Nullable Double... probabilities) {
        var signals = new String[probabilities.length];
        Arrays.fill(signals, "summit");
        return event(
                findings(signals),
                Arrays.stream(probabilities).map(ListedTest::surprise).toList());
    }

    private static List<Finding> findings(String... signals) {
        var article = Assessments.article("en", "A summit", "They met.");
        return IntStream.range(0, signals.length)
                .mapToObj(place -> Assessments.finding(
                        article,
                        signals[place],
                        WAYS.get(place).getKey(),
                        WAYS.get(place).getValue(),
                        null,
                        Polarity.CLOSER,
                        Tier.EPISODIC,
                        Status.REPORTED,
                        0.5,
                        "They met"))
                .toList();
    }

    private static Surprise surprise(@Nullable Double probability) {
        var verdict = probability == null ? Verdict.TOO_LITTLE_HISTORY : Verdict.WITHIN_RANGE;
        return new Surprise(verdict, probability, 1, 0.1, Comparison.DAYS, null, 300, 12, false);
    }

    private static AlertRaised event(List<Finding> findings, @Nullable List<Surprise> surprises) {
        var article = Assessments.article("en", "A summit", "They met.");
        return new AlertRaised(
                Alert.idFor(article.id(), 1),
                ArticleReference.to(article),
                findings,
                List.of(new Route(new SubscriptionId("desk"), "reason")),
                "c1",
                Assessments.of(article, findings.toArray(Finding[]::new)).hops().alerted(Assessments.NOON),
                null,
                surprises,
                null);
    }
}
