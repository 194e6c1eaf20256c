package org.tumen.classifier.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.replay.Change.Kind;
import org.tumen.model.article.Article;
import org.tumen.model.assessment.Finding;

/**
 * One article before and after.
 *
 * @param title of the article
 * @param place what is read again when the article is to be published: topic, partition and offset
 * @param changes of everything that counts before or after, the same included
 */
record Comparison(int revision, String title, String outlet, String place, List<Change> changes) {

    Comparison {
        changes = List.copyOf(changes);
    }

    static Comparison of(
            Article article, String place, List<Finding> before, List<Finding> after, Change.Limits limits) {
        var earlier = byTold(before);
        var later = byTold(after);
        var told = new LinkedHashMap<>(later);
        earlier.forEach(told::putIfAbsent);
        var changes = new ArrayList<Change>();
        told.keySet().forEach(key -> changes.add(new Change(earlier.get(key), later.get(key), limits)));
        changes.removeIf(change -> change.kind() == Kind.BELOW);
        return new Comparison(
                article.revision(), article.title(), article.source().publisher(), place, changes);
    }

    private static Map<String, @Nullable Finding> byTold(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(
                        finding -> finding.signal() + " " + finding.dyad().pair(),
                        Function.identity(),
                        (stronger, _) -> stronger,
                        LinkedHashMap::new));
    }

    boolean differs() {
        return changes.stream().anyMatch(change -> change.kind() != Kind.SAME);
    }

    boolean has(Kind kind) {
        return changes.stream().anyMatch(change -> change.kind() == kind);
    }

    /** Whether a subscription that takes everything was told. */
    boolean wasAlert() {
        return changes.stream().anyMatch(change -> change.kind() != Kind.GAINED);
    }

    /** Whether it would be told now. */
    boolean isAlert() {
        return changes.stream().anyMatch(change -> change.kind() != Kind.LOST);
    }
}
