package org.tumen.alert.preview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tumen.alert.subscription.Subscription.Between;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.ArticleAssessed;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.feed.FeedId;

/**
 * Names in a filter that no article had which was looked at: perhaps misspelled. Alerts are made of any catalogue, which
 * only the classifier knows, so such a name is no fault.
 */
final class UnseenNames {

    private static final int MOST_SLIPS = 2;

    private final Set<String> signals = new TreeSet<>();
    private final Set<String> actors = new TreeSet<>();
    private final Set<String> languages = new TreeSet<>();
    private final Set<String> feeds = new TreeSet<>();

    void take(ArticleAssessed assessed) {
        languages.add(assessed.languageRead());
        feeds.add(assessed.article().source().feed().value());
        for (var finding : assessed.findings()) {
            signals.add(finding.signal().value());
            actors.add(finding.dyad().giver().value());
            actors.add(finding.dyad().receiver().value());
        }
    }

    /** In words, with the nearest name that was seen, if one is near; none before the first article. */
    List<String> in(Filter filter) {
        var unseen = new ArrayList<String>();
        add(unseen, "signals", filter.signals().stream().map(SignalId::value), signals);
        add(unseen, "dyads", filter.dyads().stream().flatMap(UnseenNames::actors), actors);
        add(unseen, "languages", filter.languages().stream(), languages);
        add(unseen, "feeds", filter.feeds().stream().map(FeedId::value), feeds);
        return feeds.isEmpty() ? List.of() : unseen;
    }

    private static Stream<String> actors(Between between) {
        return Stream.of(between.first(), between.second())
                .filter(Objects::nonNull)
                .map(ActorId::value);
    }

    private static void add(List<String> unseen, String field, Stream<String> wanted, Collection<String> seen) {
        wanted.distinct()
                .filter(name -> !seen.contains(name))
                .sorted()
                .map(name -> "filter." + field + ": " + name + " was in none of the articles" + nearest(name, seen))
                .forEach(unseen::add);
    }

    private static String nearest(String name, Collection<String> seen) {
        var slips = Math.min(MOST_SLIPS, name.length() / 2);
        return seen.stream()
                .filter(one -> slips(name, one) <= slips)
                .min(Comparator.comparingInt(one -> slips(name, one)))
                .map(one -> " (did you mean " + one + "?)")
                .orElse("");
    }

    /** How many letters are left out, added or changed, after Levenshtein. */
    private static int slips(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
