package org.tumen.classifier.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tumen.classifier.replay.Change.Kind;
import org.tumen.model.article.ArticleId;

/** All articles before and after; of each its latest revision. */
final class Difference {

    private final Map<ArticleId, Comparison> byArticle = new HashMap<>();

    /** A change with its article. */
    record Example(Comparison article, Change change) {}

    void add(ArticleId article, Comparison comparison) {
        byArticle.merge(article, comparison, (one, other) -> other.revision() >= one.revision() ? other : one);
    }

    int articles() {
        return byArticle.size();
    }

    int count(Predicate<Comparison> condition) {
        return Math.toIntExact(byArticle.values().stream().filter(condition).count());
    }

    /** The places of the articles for which this holds. */
    Set<String> places(Predicate<Comparison> condition) {
        return byArticle.values().stream()
                .filter(condition)
                .map(Comparison::place)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every change by its signal, in alphabetical order; those that change most come first. */
    Map<String, List<Example>> bySignal() {
        return byArticle.values().stream()
                .flatMap(article -> article.changes().stream().map(change -> new Example(article, change)))
                .collect(Collectors.groupingBy(
                        example -> example.change().shown().signal().value(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Difference::mostChangedFirst)));
    }

    private static List<Example> mostChangedFirst(Collection<Example> examples) {
        return examples.stream()
                .sorted((one, other) -> {
                    var byKind = one.change().kind().compareTo(other.change().kind());
                    return byKind != 0 ? byKind : Double.compare(by(other), by(one));
                })
                .toList();
    }

    private static double by(Example example) {
        var before = example.change().before();
        var after = example.change().after();
        return Math.abs((after == null ? 0 : after.score()) - (before == null ? 0 : before.score()));
    }

    static long count(List<Example> examples, Kind kind) {
        return examples.stream()
                .filter(example -> example.change().kind() == kind)
                .count();
    }
}
