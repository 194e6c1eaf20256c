package org.tumen.alert.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Reason;
import org.tumen.alert.route.RouteDecision.Routed;
import org.tumen.alert.story.Stories.Placed;
import org.tumen.alert.subscription.Subscription;
import org.tumen.alert.subscription.Subscription.Between;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.model.alert.News;
import org.tumen.model.alert.Route;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Finding;

/** Holds an article against a filter. */
public final class Routing {

    private Routing() {}

    /**
     * All that a decision rests on.
     *
     * @param origins independent origins that its story has, the article included
     * @param surprises how unusual each finding is, in their order; empty when that was not looked at
     * @param hits where the words of the subscription's text query stand; empty when they do not, or it has none
     */
    public record Facts(ArticleAssessed assessed, int origins, List<Surprise> surprises, List<Evidence> hits) {

        public Facts {
            surprises = List.copyOf(surprises);
            hits = List.copyOf(hits);
        }

        private @Nullable Surprise surprise(int finding) {
            return surprises.isEmpty() ? null : surprises.get(finding);
        }
    }

    /**
     * What a subscription is told of an article.
     *
     * @param findings zero-based places
     * @param hits where the words of its text query stand
     * @param reason in words for the reader of the alert
     * @param news what is new to it, most important first; never empty
     */
    public record Told(List<Integer> findings, List<Evidence> hits, String reason, List<News> news) {

        public Told {
            findings = List.copyOf(findings);
            hits = List.copyOf(hits);
            news = List.copyOf(news);
        }

        public Route route(SubscriptionId subscription) {
            return new Route(subscription, reason, hits);
        }
    }

    /** The same facts and filter always give the same decision. */
    public static RouteDecision decide(Filter filter, Facts facts) {
        var findings = facts.assessed().findings();
        if (findings.isEmpty() && (filter.text() == null || filter.asksOfFindings())) {
            return new NotRouted(Reason.NO_FINDINGS, "nothing was found in the article");
        }
        var otherArticle = ArticleMiss.of(filter, facts);
        if (otherArticle.isPresent()) {
            return otherArticle.get();
        }
        var wanted = new ArrayList<Integer>();
        var misses = new ArrayList<NotRouted>();
        for (var i = 0; i < findings.size(); i++) {
            var miss = FindingMiss.of(filter, findings.get(i), facts.surprise(i));
            miss.ifPresent(misses::add);
            if (miss.isEmpty()) {
                wanted.add(i);
            }
        }
        if (wanted.isEmpty() && !misses.isEmpty()) {
            return misses.stream().max(Comparator.comparing(NotRouted::reason)).orElseThrow();
        }
        return tooFewOrigins(filter, facts)
                .<RouteDecision>map(miss -> miss)
                .orElseGet(() -> new Routed(wanted, facts.hits(), RouteWords.of(filter, facts, wanted)));
    }

    private static Optional<NotRouted> tooFewOrigins(Filter filter, Facts facts) {
        return facts.origins() >= filter.minOrigins()
                ? Optional.empty()
                : Optional.of(new NotRouted(
                        Reason.TOO_FEW_ORIGINS,
                        facts.origins() + (facts.origins() == 1 ? " origin is" : " origins are") + " fewer than "
                                + filter.minOrigins()));
    }

    /**
     * What a subscription is told of an article that was put into a story; empty when nothing is new to it.
     *
     * @param findings of the article as it is shown
     */
    public static Optional<Told> tell(
            Placed placed, Subscription subscription, RouteDecision decision, List<Finding> findings) {
        if (decision instanceof NotRouted miss && miss.reason() == Reason.TOO_FEW_ORIGINS) {
            placed.await(subscription.id());
        }
        var enoughNow = placed.isAwaitedBy(subscription.id())
                && placed.origins() >= subscription.filter().minOrigins();
        var news =
                subscription.timing().told(placed.newsFor(subscription.id(), decision instanceof Routed || enoughNow));
        if (news.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (decision) {
                    case Routed(var wanted, var hits, var reason) -> new Told(wanted, hits, reason, news);
                    case NotRouted _ -> {
                        var reason = placed.wasTold(subscription.id())
                                ? "you were told of this story before"
                                : "an earlier article was wanted, and the story has " + placed.origins()
                                        + " independent origins now";
                        yield new Told(about(subscription.filter(), findings), List.of(), reason, news);
                    }
                });
    }

    /**
     * The findings that a correction is about, for a subscription that was told before and does not want them as they stand
     * now: those of its signals and dyads, however they are held; all when there are none.
     *
     * @return zero-based places
     */
    static List<Integer> about(Filter filter, List<Finding> findings) {
        var places = IntStream.range(0, findings.size()).boxed().toList();
        var own = places.stream()
                .filter(place -> wants(filter.signals(), findings.get(place).signal()))
                .filter(place -> wantsDyad(filter.dyads(), findings.get(place).dyad()))
                .toList();
        return own.isEmpty() ? places : own;
    }

    static <T> boolean wants(Set<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    static boolean wantsDyad(Collection<Between> wanted, Dyad dyad) {
        return wanted.isEmpty() || wanted.stream().anyMatch(between -> between.includes(dyad));
    }
}
