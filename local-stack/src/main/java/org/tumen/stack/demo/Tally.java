package org.tumen.stack.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tumen.model.alert.AlertRaised;
import org.tumen.model.assessment.Finding;
import org.tumen.stack.catcher.Caught;
import org.tumen.stack.catcher.Caught.Channel;
import org.tumen.stack.newsroom.Expected;
import org.tumen.stack.newsroom.Item;

/**
 * Holds what arrived against what the script expects: each expected item once on each channel, under one id for life,
 * with its signals, and nothing for noise. Safe for use by many threads.
 */
public final class Tally {

    private final Map<String, Item> expected = new LinkedHashMap<>();
    private final Map<String, Map<Channel, Set<String>>> ids = new HashMap<>();
    private final Set<String> faults = new LinkedHashSet<>();

    public Tally(List<Item> items) {
        items.stream().filter(item -> !item.alerts().isEmpty()).forEach(item -> expected.put(item.id(), item));
    }

    /** What an arrival means. */
    public sealed interface Verdict {

        /** An expected alert, for the first time on this channel. */
        record Expected(Item item) implements Verdict {}

        /** Right, but of an item whose language the catalogue need not know yet. */
        record Later(Item item) implements Verdict {}

        /** The same delivery once more: that is allowed, after a crash for example. */
        record Again(Item item) implements Verdict {}

        /** Something that must not be. */
        record Wrong(String fault) implements Verdict {}
    }

    /**
     * Counts one arrival.
     *
     * @param item what it is about; empty when nothing in it tells
     */
    public synchronized Verdict add(Caught caught, Optional<Item> item) {
        if (!caught.faults().isEmpty()) {
            return wrong(caught.channel() + " " + caught.id() + ": " + String.join("; ", caught.faults()));
        }
        if (item.isEmpty()) {
            return wrong("a " + caught.channel() + " about nothing that was published: " + caught.subject());
        }
        var about = item.get();
        if (about.isLater()) {
            return new Verdict.Later(about);
        }
        if (!expected.containsKey(about.id())) {
            return wrong("noise raised an alert (" + caught.channel() + "): " + about.id() + " " + findings(caught));
        }
        var seen = ids.computeIfAbsent(about.id(), _ -> new EnumMap<>(Channel.class))
                .computeIfAbsent(caught.channel(), _ -> new TreeSet<>());
        var first = seen.isEmpty();
        if (seen.add(caught.id()) && !first) {
            return wrong("a second id on one " + caught.channel() + ": " + about.id() + " " + seen);
        }
        var surprise = unlikeExpected(about, caught).or(() -> otherNews(about, caught));
        if (surprise.isPresent()) {
            return wrong(surprise.get());
        }
        return first ? new Verdict.Expected(about) : new Verdict.Again(about);
    }

    /** What has not arrived yet, one line for each item and channel. */
    public synchronized List<String> missing() {
        var missing = new ArrayList<String>();
        expected.values().forEach(item -> {
            for (var channel : Channel.values()) {
                if (!ids.getOrDefault(item.id(), Map.of()).containsKey(channel)) {
                    missing.add(item.id() + " by " + channel + ": " + signals(item));
                }
            }
        });
        return missing;
    }

    /** What arrived and must not. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many deliveries are expected. */
    public int expectedDeliveries() {
        return expected.size() * Channel.values().length;
    }

    private static Optional<String> unlikeExpected(Item item, Caught caught) {
        if (caught.alert().isEmpty()) {
            return Optional.empty();
        }
        var found = caught.alert().get().findings().stream()
                .map(finding -> finding.signal() + " " + finding.dyad().pair())
                .collect(Collectors.toCollection(TreeSet::new));
        var wanted = item.alerts().stream()
                .map(alert -> alert.signal() + " " + alert.dyad())
                .collect(Collectors.toCollection(TreeSet::new));
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of("other signals than expected: " + item.id() + " has " + found + ", expected " + wanted);
    }

    private static Optional<String> otherNews(Item item, Caught caught) {
        var story = caught.alert().map(AlertRaised::story);
        if (story.isEmpty()) {
            return Optional.empty();
        }
        return item.alerts().stream()
                .map(Expected::news)
                .filter(Objects::nonNull)
                .filter(news -> !story.get().news().contains(news))
                .findFirst()
                .map(news -> "other news than expected: " + item.id() + " has "
                        + story.get().news() + ", expected " + news);
    }

    private static String signals(Item item) {
        return item.alerts().stream()
                .map(alert -> alert.signal() + " " + alert.dyad())
                .collect(Collectors.joining(", "));
    }

    private static String findings(Caught caught) {
        return caught.alert().stream()
                .flatMap(alert -> alert.findings().stream())
                .map(Tally::inWords)
                .collect(Collectors.joining(", "));
    }

    private static String inWords(Finding finding) {
        return finding.signal() + " " + finding.dyad().pair() + " \""
                + finding.evidence().getFirst().quote() + "\"";
    }

    private Verdict wrong(String fault) {
        faults.add(fault);
        return new Verdict.Wrong(fault);
    }
}
