package org.tumen.alert.route;

import static org.tumen.alert.route.RouteWords.oneOf;
import static org.tumen.alert.route.Routing.wants;

import java.util.Optional;
import org.tumen.alert.route.RouteDecision.NotRouted;
import org.tumen.alert.route.RouteDecision.Reason;
import org.tumen.alert.route.Routing.Facts;
import org.tumen.alert.subscription.Subscription.Filter;

/** What an article lacks, whatever was found in it. */
final class ArticleMiss {

    private ArticleMiss() {}

    static Optional<NotRouted> of(Filter filter, Facts facts) {
        var language = facts.assessed().languageRead();
        var source = facts.assessed().article().source();
        if (!wants(filter.languages(), language)) {
            return miss(Reason.OTHER_LANGUAGE, "the text is in " + language + ", not in " + oneOf(filter.languages()));
        }
        if (!wants(filter.sourceKinds(), source.kind())) {
            return miss(
                    Reason.OTHER_SOURCE_KIND,
                    "the source is of kind " + oneOf(source.kind()) + ", not " + oneOf(filter.sourceKinds()));
        }
        if (!wants(filter.families(), source.family())) {
            return miss(
                    Reason.OTHER_FAMILY,
                    "the outlet is of family " + source.family() + ", not " + oneOf(filter.families()));
        }
        if (!wants(filter.feeds(), source.feed())) {
            return miss(Reason.OTHER_FEED, "it came by feed " + source.feed() + ", not " + oneOf(filter.feeds()));
        }
        var text = filter.text();
        return text != null && facts.hits().isEmpty()
                ? miss(Reason.TEXT_NOT_FOUND, "title and text do not have what is looked for: " + text)
                : Optional.empty();
    }

    private static Optional<NotRouted> miss(Reason reason, String words) {
        return Optional.of(new NotRouted(reason, words));
    }
}
