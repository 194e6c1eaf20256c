package org.tumen.alert.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Reason;
import org.tumen.alert.route.RouteDecision.Routed;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Finding;

/** Holds an assessment against a filter. */
public final class Routing {

    private Routing() {}

    /** The same assessment and filter always give the same decision. */
    public static RouteDecision decide(Filter filter, ArticleAssessed assessed) {
        if (assessed.findings().isEmpty()) {
            return new NotRouted(Reason.NO_FINDINGS);
        }
        if (!wants(filter.languages(), assessed.languageRead())) {
            return new NotRouted(Reason.OTHER_LANGUAGE);
        }
        var wanted = new ArrayList<Integer>();
        var misses = new ArrayList<Reason>();
        for (var i = 0; i < assessed.findings().size(); i++) {
            var miss = miss(filter, assessed.findings().get(i));
            if (miss.isPresent()) {
                misses.add(miss.get());
            } else {
                wanted.add(i);
            }
        }
        return wanted.isEmpty()
                ? new NotRouted(misses.stream().max(Comparator.naturalOrder()).orElseThrow())
                : new Routed(wanted, reason(filter, assessed.findings(), wanted));
    }

    /**
     * The findings that a correction is about, for a subscription that was told before and does not want them as they stand
     * now: those of its signals and dyads, however they are held; all when there are none.
     *
     * @return zero-based places, never empty
     */
    public static List<Integer> about(Filter filter, List<Finding> findings) {
        var places = IntStream.range(0, findings.size()).boxed().toList();
        var own = places.stream()
                .filter(place -> wants(filter.signals(), findings.get(place).signal()))
                .filter(place ->
                        wants(filter.dyads(), findings.get(place).dyad().pair()))
                .toList();
        return own.isEmpty() ? places : own;
    }

    private static Optional<Reason> miss(Filter filter, Finding finding) {
        if (!wants(filter.signals(), finding.signal())) {
            return Optional.of(Reason.OTHER_SIGNAL);
        }
        if (!wants(filter.dyads(), finding.dyad().pair())) {
            return Optional.of(Reason.OTHER_DYAD);
        }
        if (!wants(filter.statuses(), finding.status())) {
            return Optional.of(Reason.OTHER_STATUS);
        }
        return finding.score() < filter.minScore() ? Optional.of(Reason.SCORE_TOO_LOW) : Optional.empty();
    }

    private static <T> boolean wants(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static String reason(Filter filter, List<Finding> findings, List<Integer> wanted) {
        var first = findings.get(wanted.getFirst());
        var more = wanted.size() == 1 ? "" : ", and " + (wanted.size() - 1) + " more";
        return String.format(
                Locale.ROOT,
                "signal %s, %s to %s, score %.2f at or above %.2f%s",
                first.signal(),
                first.dyad().giver(),
                first.dyad().receiver(),
                first.score(),
                filter.minScore(),
                more);
    }
}
