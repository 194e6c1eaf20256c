package org.tumen.alert.subscription;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tumen.alert.query.TextQuery;
import org.tumen.alert.subscription.Subscription.Between;
import org.tumen.alert.subscription.Subscription.Filter;
import org.tumen.alert.subscription.SubscriptionFile.FilterEntry;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.seeds.SeedFile;

/** Makes a filter of what an entry says of it, or says which field is at fault and what is allowed there. */
record FilterCheck(SeedFile<?> file, String at) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern BETWEEN = Pattern.compile("([^->]+)([->])([^->]+)");
    private static final String ANYBODY = "*";

    /** More than any story had; who asks for more has mistaken what it is. */
    private static final int MOST_ORIGINS = 100;

    Filter check(FilterEntry filter) {
        return new Filter(
                requireNonNullElse(filter.signals(), Set.of()),
                requireNonNullElse(filter.tiers(), Set.of()),
                dyads(requireNonNullElse(filter.dyads(), List.of())),
                requireNonNullElse(filter.leftOut(), Set.of()),
                requireNonNullElse(filter.statuses(), Set.of()),
                minScore(requireNonNullElse(filter.minScore(), 0.0)),
                requireNonNullElse(filter.surprise(), Set.of()),
                maxProbability(filter.maxProbability()),
                minOrigins(requireNonNullElse(filter.minOrigins(), 1)),
                languages(requireNonNullElse(filter.languages(), List.of())),
                requireNonNullElse(filter.sourceKinds(), Set.of()),
                requireNonNullElse(filter.families(), Set.of()),
                requireNonNullElse(filter.feeds(), Set.of()),
                text(filter.text()));
    }

    private double minScore(double minScore) {
        if (!(minScore >= 0 && minScore <= 1)) {
            throw file.fault(at + ".minScore", minScore + " (expected: a number from 0 to 1)");
        }
        return minScore;
    }

    private @Nullable Double maxProbability(@Nullable Double maxProbability) {
        if (maxProbability != null && !(maxProbability > 0 && maxProbability <= 1)) {
            throw file.fault(at + ".maxProbability", maxProbability + " (expected: more than 0, at most 1)");
        }
        return maxProbability;
    }

    private int minOrigins(int minOrigins) {
        if (minOrigins < 1 || minOrigins > MOST_ORIGINS) {
            throw file.fault(at + ".minOrigins", minOrigins + " (expected: a number from 1 to " + MOST_ORIGINS + ")");
        }
        return minOrigins;
    }

    private Set<Between> dyads(List<String> pairs) {
        var dyads = new HashSet<Between>();
        for (var i = 0; i < pairs.size(); i++) {
            dyads.add(between(pairs.get(i), at + ".dyads[" + i + "]"));
        }
        return dyads;
    }

    private Between between(String pair, String field) {
        var actors = BETWEEN.matcher(pair);
        if (!actors.matches()) {
            throw file.fault(
                    field,
                    pair + " (expected: two actors joined by a hyphen, as DPRK-RUS, or by > from giver to receiver; *"
                            + " stands for anybody)");
        }
        try {
            var first = actor(actors.group(1));
            var second = actor(actors.group(3));
            var directed = actors.group(2).equals(">");
            if (first == null || second == null || directed) {
                return new Between(first, second, directed);
            }
            var pairInOrder = new Dyad(first, second).pair().split("-", -1);
            return new Between(new ActorId(pairInOrder[0]), new ActorId(pairInOrder[1]), false);
        } catch (IllegalArgumentException e) {
            throw file.fault(field, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable ActorId actor(String name) {
        return name.equals(ANYBODY) ? null : new ActorId(name);
    }

    private Set<String> languages(List<String> languages) {
        for (var i = 0; i < languages.size(); i++) {
            if (!LANGUAGE.matcher(languages.get(i)).matches()) {
                throw file.fault(
                        at + ".languages[" + i + "]",
                        languages.get(i) + " (expected: a primary language in lower case, as ko)");
            }
        }
        return Set.copyOf(new HashSet<>(languages));
    }

    private @Nullable TextQuery text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return new TextQuery(text);
        } catch (IllegalArgumentException e) {
            throw file.fault(at + ".text", String.valueOf(e.getMessage()));
        }
    }
}
