package org.tumen.alert.route;

import static org.tumen.alert.route.RouteWords.decimal;
import static org.tumen.alert.route.RouteWords.oneOf;
import static org.tumen.alert.route.Routing.wants;
import static org.tumen.alert.route.Routing.wantsDyad;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Reason;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.Finding;

/** What a finding lacks. */
final class FindingMiss {

    private FindingMiss() {}

    /** @param surprise null when it was not looked at how unusual it is */
    static Optional<NotRouted> of(Filter filter, Finding finding, @Nullable Surprise surprise) {
        if (!wants(filter.signals(), finding.signal())) {
            return miss(Reason.OTHER_SIGNAL, "signal " + finding.signal() + " is not " + oneOf(filter.signals()));
        }
        if (!wants(filter.tiers(), finding.tier())) {
            return miss(
                    Reason.OTHER_TIER,
                    finding.signal() + " is " + oneOf(finding.tier()) + ", not " + oneOf(filter.tiers()));
        }
        if (!wantsDyad(filter.dyads(), finding.dyad())) {
            return miss(
                    Reason.OTHER_DYAD,
                    finding.dyad().giver() + ">" + finding.dyad().receiver() + " is not " + oneOf(filter.dyads()));
        }
        var leftOut = finding.leftOut();
        if (!filter.leftOut().isEmpty() && (leftOut == null || !filter.leftOut().contains(leftOut))) {
            return miss(
                    Reason.OTHER_LEFT_OUT,
                    (leftOut == null ? "nobody" : leftOut) + " is left out, not " + oneOf(filter.leftOut()));
        }
        if (!wants(filter.statuses(), finding.status())) {
            return miss(Reason.OTHER_STATUS, "it is " + oneOf(finding.status()) + ", not " + oneOf(filter.statuses()));
        }
        if (finding.score() < filter.minScore()) {
            return miss(
                    Reason.SCORE_TOO_LOW,
                    "score " + decimal(finding.score()) + " is below " + decimal(filter.minScore()));
        }
        return notSurprising(filter, surprise);
    }

    private static Optional<NotRouted> notSurprising(Filter filter, @Nullable Surprise surprise) {
        var limit = filter.maxProbability();
        if (filter.surprise().isEmpty() && limit == null) {
            return Optional.empty();
        }
        if (surprise == null) {
            return miss(Reason.NOT_SURPRISING, "it was not looked at how unusual it is");
        }
        if (!wants(filter.surprise(), surprise.verdict())) {
            return miss(
                    Reason.NOT_SURPRISING, "it is " + oneOf(surprise.verdict()) + ", not " + oneOf(filter.surprise()));
        }
        var probability = surprise.probability();
        return limit != null && probability != null && probability > limit
                ? miss(
                        Reason.NOT_SURPRISING,
                        "the probability " + probability(probability) + " is above " + probability(limit))
                : Optional.empty();
    }

    private static String probability(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static Optional<NotRouted> miss(Reason reason, String words) {
        return Optional.of(new NotRouted(reason, words));
    }
}
