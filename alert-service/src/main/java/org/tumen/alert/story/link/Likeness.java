package org.tumen.alert.story.link;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.alert.story.link.StoryFile.Kind;
import org.tumen.alert.story.link.StoryFile.Points;
import org.tumen.alert.story.link.StoryFile.Weights;

/**
 * Adds up what two accounts have in common and what sets them apart. The weights are those of {@code stories.yaml}; how
 * they were found is told in ADR 0020.
 */
final class Likeness {

    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final Duration FREE = Duration.ofHours(12);
    private static final double HOURS_OF_A_DAY = 24;

    /** In days: after as many nothing joins a story by what it is like. */
    private static final double LONG = 3;

    /** A story is as like as its two likest accounts are, so that one stray account draws in no others. */
    private static final int LIKEST = 2;

    private final Weights weights;

    Likeness(Weights weights) {
        this.weights = weights;
    }

    double threshold() {
        return weights.threshold();
    }

    double of(Account account, List<Account> story) {
        return chapter(account, story).stream()
                .mapToDouble(other -> of(account, other))
                .boxed()
                .sorted(Collections.reverseOrder())
                .limit(LIKEST)
                .mapToDouble(points -> points)
                .average()
                .orElse(NONE);
    }

    /**
     * Where a story goes on after weeks with a denial or confirmation, what came before does not set apart who tells of
     * that; else all of it.
     */
    private static List<Account> chapter(Account account, List<Account> story) {
        var near = story.stream()
                .filter(other -> daysBetween(account, other) <= LONG)
                .toList();
        if (near.size() == story.size()) {
            return story;
        }
        var first = near.stream().min(Comparator.comparing(Account::at)).filter(Account::answers);
        return first.isPresent() && isLongBefore(first.get(), story, near) ? near : story;
    }

    private static boolean isLongBefore(Account answer, List<Account> story, List<Account> near) {
        return story.stream()
                .filter(other -> !near.contains(other))
                .allMatch(other -> other.at().isBefore(answer.at()) && daysBetween(answer, other) > LONG);
    }

    double of(Account one, Account other) {
        if (one.testifies() != other.testifies()) {
            return NONE;
        }
        var claims = claims(one, other);
        if (claims == NONE) {
            return NONE;
        }
        var marks = inMarks(one, other);
        var points = claims - weights.day() * daysBetween(one, other) + marks.getSum();
        // Where a mark sets the two apart, like words are those of a form: the same is said of another place or day.
        if (one.language().equals(other.language()) && marks.getMin() >= 0) {
            points += weights.words() * jaccard(one.words(), other.words());
        }
        return points;
    }

    /** The points of the amounts and of each kind of mark. */
    private DoubleSummaryStatistics inMarks(Account one, Account other) {
        var points = new DoubleSummaryStatistics();
        points.accept(points(weights.number(), one.numbers(), other.numbers()));
        weights.kinds().forEach((kind, each) -> points.accept(points(each, marks(one, kind), marks(other, kind))));
        return points;
    }

    /** The signal that both have between the same two; reversed only when they agree on who acts in none of them. */
    private double claims(Account one, Account other) {
        var best = NONE;
        for (Claim claim : one.claims()) {
            for (Claim twin : other.claims()) {
                if (claim.key().equals(twin.key())) {
                    var turned = claim.giver().equals(twin.giver()) ? 0 : weights.reversed();
                    best = Math.max(best, weights.signal() + turned);
                }
            }
        }
        return best;
    }

    private static double daysBetween(Account one, Account other) {
        var apart = Duration.between(one.at(), other.at()).abs().minus(FREE);
        return apart.isNegative() ? 0 : apart.toMinutes() / 60.0 / HOURS_OF_A_DAY;
    }

    /** Between the two weights, by the part of the smaller set that is shared: two aid convoys may both carry rice. */
    private static double points(Points points, Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var both = some.stream().filter(others::contains).count();
        var part = (double) both / Math.min(some.size(), others.size());
        return points.other() + (points.shared() - points.other()) * part;
    }

    static Set<String> marks(Account account, Kind kind) {
        var prefix = Terms.prefix(kind);
        return account.marks().stream().filter(mark -> mark.startsWith(prefix)).collect(Collectors.toSet());
    }

    private static double jaccard(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var both = some.stream().filter(others::contains).count();
        return (double) both / (some.size() + others.size() - both);
    }
}
