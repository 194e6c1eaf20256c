package org.tumen.alert.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tumen.alert.raise.Alert;
import org.tumen.model.alert.SubscriptionId;
import org.tumen.model.alert.Surprise;
import org.tumen.model.assessment.Finding;

/**
 * Several alerts for one subscription, story by story, the most surprising first, then by score.
 *
 * @param periodic whether it is one that comes at its times; else what was held is sent at once
 * @param at when it was due
 */
public record Digest(SubscriptionId subscription, boolean periodic, Instant at, List<Entry> entries) {

    /** What is less surprising than anything that can be said of: a finding without a probability. */
    private static final double NO_SURPRISE = 1;

    public Digest {
        entries = List.copyOf(entries);
    }

    /**
     * One story.
     *
     * @param first what came first, as its subscription is shown it
     * @param later what came on the same story after it
     */
    public record Entry(Alert first, List<Alert> later) {

        public Entry {
            later = List.copyOf(later);
        }

        /** The first alert, its story standing as it does after the last. */
        public Alert shown() {
            return later.isEmpty() ? first : first.withStoryAsIn(later.getLast());
        }

        private double probability() {
            var surprises = first.event().surprises();
            return surprises == null
                    ? NO_SURPRISE
                    : surprises.stream()
                            .map(Surprise::probability)
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(NO_SURPRISE);
        }

        private double score() {
            return alerts().stream()
                    .flatMap(alert -> alert.event().findings().stream())
                    .mapToDouble(Finding::score)
                    .max()
                    .orElse(0);
        }

        /** All, in the order in which they came. */
        public List<Alert> alerts() {
            var all = new ArrayList<Alert>();
            all.add(first);
            all.addAll(later);
            return all;
        }
    }

    /** Of alerts in the order in which they came; those that are as surprising stay in it. */
    public static Digest of(SubscriptionId subscription, boolean periodic, Instant at, List<Alert> alerts) {
        var byStory =
                alerts.stream().collect(Collectors.groupingBy(Digest::story, LinkedHashMap::new, Collectors.toList()));
        var entries = byStory.values().stream()
                .map(ofStory -> new Entry(ofStory.getFirst(), ofStory.subList(1, ofStory.size())))
                .sorted(Comparator.comparingDouble(Entry::probability)
                        .thenComparing(Comparator.comparingDouble(Entry::score).reversed()))
                .toList();
        return new Digest(subscription, periodic, at, entries);
    }

    private static String story(Alert alert) {
        var story = alert.event().story();
        return story == null ? alert.id().value() : story.id().value();
    }
}
