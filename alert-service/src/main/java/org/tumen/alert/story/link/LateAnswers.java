package org.tumen.alert.story.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tumen.alert.story.link.Account.Claim;
import org.tumen.alert.story.link.Linking.Candidate;
import org.tumen.alert.story.link.StoryFile.Answers;
import org.tumen.alert.story.link.StoryFile.Kind;
import org.tumen.alert.story.link.StoryFile.Points;
import org.tumen.alert.story.link.StoryFile.Weights;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/**
 * Finds the claim that is denied or confirmed weeks later. Nothing then says that the two belong together but the marks they
 * share, so they must share more of them, and none may set them apart; and where two claims would do, neither is meant for
 * sure. The points are those of {@code stories.yaml}, see ADR 0020.
 */
final class LateAnswers {

    /** By which one act is told from another of its kind. The others are shared by many. */
    private static final Set<Kind> NAMES = EnumSet.of(Kind.PLACE, Kind.PERSON, Kind.OCCASION);

    /** What sets two accounts apart when both have some and share none. */
    private static final Set<Kind> VETOING =
            EnumSet.of(Kind.PLACE, Kind.OCCASION, Kind.GATHERING, Kind.THING, Kind.ACT);

    private static final Set<Kind> COUNTED = EnumSet.of(Kind.PLACE, Kind.PERSON, Kind.OCCASION, Kind.THING, Kind.ACT);

    private static final Points NOTHING = new Points(0, 0);

    private final Weights weights;
    private final Answers answers;

    LateAnswers(Weights weights, Answers answers) {
        this.weights = weights;
        this.answers = answers;
    }

    private record Match(String story, double points) {}

    /** What it may be an answer to: a bare denial may be of any act between the two, whoever acted. */
    Account widened(Account answer) {
        if (!isBare(answer)) {
            return answer;
        }
        var bare = answer.claims().getFirst();
        var claims = new ArrayList<>(answer.claims());
        for (var signal : answers.bareOf()) {
            for (var giver : bare.pair().split("-", -1)) {
                claims.add(new Claim(new SignalId(signal), bare.pair(), giver, bare.status(), bare.score()));
            }
        }
        return answer.claiming(claims);
    }

    private boolean isBare(Account answer) {
        return answer.status() == Status.DENIED
                && answer.claims().getFirst().signal().value().equals(answers.bare());
    }

    /** The story of the claim that this account denies or confirms; empty when there is none for sure. */
    Optional<String> storyOf(Account answer, Collection<Candidate> candidates) {
        var least = answer.status() == Status.DENIED && !isBare(answer) ? answers.denied() : answers.confirmed();
        var matches = candidates.stream()
                .map(candidate -> new Match(candidate.story(), points(answer, candidate.accounts())))
                .filter(match -> match.points() >= least)
                .sorted(Comparator.comparingDouble(Match::points).reversed())
                .toList();
        return isClear(matches) ? Optional.of(matches.getFirst().story()) : Optional.empty();
    }

    private boolean isClear(List<Match> best) {
        return switch (best.size()) {
            case 0 -> false;
            case 1 -> true;
            default -> best.get(0).points() >= best.get(1).points() + answers.ahead();
        };
    }

    private double points(Account answer, List<Account> story) {
        return story.stream()
                .filter(claim -> isOf(answer, claim))
                .mapToDouble(claim -> points(answer, claim))
                .max()
                .orElse(0);
    }

    /** Whether it was claimed before, of the same acts between the same two. */
    private static boolean isOf(Account answer, Account claim) {
        return !claim.withdrawn()
                && claim.at().isBefore(answer.at())
                && claim.claims().stream()
                        .filter(one -> canBeAnswered(one.status(), answer.status()))
                        .anyMatch(one -> answer.claims().stream().anyMatch(other -> isSame(one, other)));
    }

    /** What a state has announced is not confirmed by saying it again. */
    private static boolean canBeAnswered(Status claimed, Status answer) {
        return claimed == Status.REPORTED || (claimed == Status.ANNOUNCED && answer == Status.DENIED);
    }

    private static boolean isSame(Claim one, Claim other) {
        return one.key().equals(other.key()) && one.giver().equals(other.giver());
    }

    /** Zero where something sets the two apart, or nothing that is shared names the act. */
    private double points(Account answer, Account claim) {
        var numbers = part(answer.numbers(), claim.numbers());
        if (isApart(answer.numbers(), claim.numbers())) {
            return 0;
        }
        var sum = shared(weights.number(), numbers);
        var named = numbers > 0;
        for (var kind : Kind.values()) {
            var some = marks(answer, kind);
            var others = marks(claim, kind);
            if (kind == Kind.PERSON ? areOthers(some, others) : VETOING.contains(kind) && isApart(some, others)) {
                return 0;
            }
            var part = part(some, others);
            if (COUNTED.contains(kind)) {
                sum += shared(weights.kinds().getOrDefault(kind, NOTHING), part);
            }
            named |= part > 0 && NAMES.contains(kind);
        }
        return named ? sum : 0;
    }

    private Set<String> marks(Account account, Kind kind) {
        var marks = Likeness.marks(account, kind);
        return kind != Kind.PERSON
                ? marks
                : marks.stream()
                        .filter(mark -> !answers.speakers()
                                .contains(mark.substring(Terms.prefix(kind).length())))
                        .collect(Collectors.toSet());
    }

    /** The leader is in many accounts: two visitors to him are two visits. */
    private static boolean areOthers(Set<String> some, Set<String> others) {
        return !some.containsAll(others) && !others.containsAll(some);
    }

    private static double shared(Points points, double part) {
        return points.shared() * part;
    }

    private static boolean isApart(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && part(some, others) == 0;
    }

    /** How much of the smaller set is shared. */
    private static double part(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var both = some.stream().filter(others::contains).count();
        return (double) both / Math.min(some.size(), others.size());
    }
}
