package org.tumen.alert.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tumen.alert.route.Routing.Facts;
import org.tumen.alert.subscription.Subscription.Filter;

/** Says why an article is for somebody. */
final class RouteWords {

    private RouteWords() {}

    /** @param wanted zero-based places of findings */
    static String of(Filter filter, Facts facts, List<Integer> wanted) {
        var parts = new ArrayList<String>();
        if (!wanted.isEmpty()) {
            parts.add(findings(filter, facts, wanted));
        }
        if (filter.text() != null) {
            parts.add("the words of " + filter.text());
        }
        if (filter.minOrigins() > 1) {
            parts.add(facts.origins() + " independent origins of at least " + filter.minOrigins());
        }
        return String.join("; ", parts);
    }

    private static String findings(Filter filter, Facts facts, List<Integer> wanted) {
        var first = facts.assessed().findings().get(wanted.getFirst());
        var more = wanted.size() == 1 ? "" : ", and " + (wanted.size() - 1) + " more";
        return "signal " + first.signal() + ", " + first.dyad().giver() + " to "
                + first.dyad().receiver() + ", score " + decimal(first.score()) + " at or above "
                + decimal(filter.minScore()) + more;
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** {@code ko or ru}, each as a filter names it. */
    static String oneOf(Collection<?> wanted) {
        return wanted.stream().map(RouteWords::oneOf).sorted().collect(Collectors.joining(" or "));
    }

    static String oneOf(Object one) {
        return one instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : one.toString();
    }
}
