package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.signal.Cues;
import org.tumen.classifier.signal.Cues.Role;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.Evidence;
import org.tumen.model.assessment.Status;

/**
 * Who acts and who is acted upon, out of all who are named: by the words next to a name first (from, to, a particle),
 * then by order. Points only rank the readings of one sentence; they are no part of a score.
 */
final class Roles {

    private static final double MARKED = 3;
    private static final double IN_PLACE = 1;
    private static final double IN_ORDER = 0.5;
    private static final double ALLOWED = 0.75;

    /** More than place and order together: between two alone only a word next to a name outweighs what the frame says. */
    private static final double ALLOWED_AMONG_TWO = 2.6;

    private static final double ELSEWHERE = -2;
    private static final double CAPITAL = -0.25;
    private static final double PLACE = -0.3;
    private static final double IN_PAIR = -0.4;
    private static final double OTHER_CLAUSE = -1;
    private static final double SPEAKER = -1;
    private static final double PER_WORD = -0.05;
    private static final double FARTHEST = -1;

    /** More names than this in one sentence are a list: those nearest to the trigger are tried. */
    private static final int MAX_MENTIONS = 12;

    private final RoleMarks marks;

    /** Of frames in which some words have a sense of their own; frames are told apart as objects, of which there is one each. */
    private final IdentityHashMap<Signal.Frame, RoleMarks> ownMarks = new IdentityHashMap<>();

    Roles(List<Cues.RoleCue> cues, List<FrameOfSignal> frames, Language language) {
        this.marks = new RoleMarks(cues, language);
        for (var it : frames) {
            if (!it.frame().ownRoles().isEmpty()) {
                ownMarks.put(it.frame(), new RoleMarks(it.frame().ownRoles(), language));
            }
        }
    }

    RoleMarks marks() {
        return marks;
    }

    /** The best reading. */
    record Reading(Mention giver, Mention receiver) {

        Dyad dyad() {
            if (giver.actor() == null || receiver.actor() == null) {
                throw new IllegalStateException("a reading without an actor has no dyad");
            }
            return new Dyad(giver.actor(), receiver.actor());
        }

        /** Whether one of the two is only named next to the sentence. */
        boolean isAcross() {
            return !giver.here() || !receiver.here();
        }

        /** Whether one of the two is only named by its capital. */
        boolean isByCapitalOnly(List<Mention> mentions) {
            return isCapital(mentions, giver) || isCapital(mentions, receiver);
        }

        private static boolean isCapital(List<Mention> mentions, Mention mention) {
            return mentions.stream()
                    .filter(other -> other.actor() != null && other.actor().equals(mention.actor()))
                    .allMatch(other -> other.kind() == Actor.Kind.CAPITAL);
        }

        /** The sentence, and the one next to it that names who is not named here. */
        List<Evidence> evidence(Units units, Unit unit) {
            var evidence = new ArrayList<Evidence>();
            evidence.add(unit.quote());
            if (isAcross()) {
                var missing = giver.here() ? receiver.actor() : giver.actor();
                units.nextTo(unit).stream()
                        .filter(other -> other.mentions().stream()
                                .anyMatch(mention -> mention.actor() != null
                                        && mention.actor().equals(missing)))
                        .findFirst()
                        .ifPresent(other -> evidence.add(other.quote()));
            }
            return evidence;
        }
    }

    /** Empty when the best reading is not one that the frame allows. */
    Optional<Reading> read(Unit unit, Hit trigger, Signal.Frame frame, boolean reversed, List<Mention> mentions) {
        var near = mentions.size() <= MAX_MENTIONS
                ? mentions
                : mentions.stream()
                        .sorted((a, b) -> Integer.compare(distance(a, trigger), distance(b, trigger)))
                        .limit(MAX_MENTIONS)
                        .toList();
        if (frame.isJoint()) {
            var together = inTurn(unit, trigger, frame, near);
            return together.isPresent() ? together : implied(trigger, frame, near);
        }
        if (isOfOthers(frame, near)) {
            return implied(trigger, frame, near);
        }
        var best = best(unit, trigger, frame, reversed, near);
        if (best != null && allows(frame, best.giver(), best.receiver())) {
            return Optional.of(best);
        }
        return implied(trigger, frame, near);
    }

    /** Whether the frame has no giver, or no receiver, among those who are named: then no reading of theirs is allowed. */
    private static boolean isOfOthers(Signal.Frame frame, List<Mention> mentions) {
        var gives = false;
        var gets = false;
        for (var mention : mentions) {
            gives |= mention.actor() != null && frame.giver().contains(mention.actor());
            gets |= mention.actor() != null && frame.receiver().contains(mention.actor());
        }
        return !gives || !gets;
    }

    private @Nullable Reading best(
            Unit unit, Hit trigger, Signal.Frame frame, boolean reversed, List<Mention> mentions) {
        var giving = points(unit, trigger, frame, reversed, mentions, Role.GIVER);
        var receiving = points(unit, trigger, frame, reversed, mentions, Role.RECEIVER);
        var parties = mentions.stream()
                .filter(Mention::here)
                .map(Mention::actor)
                .distinct()
                .count();
        var bonus = parties > 2 ? ALLOWED : ALLOWED_AMONG_TWO;
        Reading best = null;
        var most = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < giving.length; i++) {
            for (var j = 0; j < receiving.length; j++) {
                var giver = mentions.get(i);
                var receiver = mentions.get(j);
                if (isNoPair(frame, giver, receiver)) {
                    continue;
                }
                var allowed = allows(frame, giver, receiver);
                if (frame.takesAnyOrder() && !allowed) {
                    continue;
                }
                var points = giving[i] + receiving[j] + inOrder(giver, receiver, reversed) + (allowed ? bonus : 0);
                if (points > most) {
                    most = points;
                    best = new Reading(giver, receiver);
                }
            }
        }
        return best;
    }

    /** Who act together are named in turn, in the clause of the act if both are there. */
    private static Optional<Reading> inTurn(Unit unit, Hit trigger, Signal.Frame frame, List<Mention> mentions) {
        var inClause = mentions.stream()
                .filter(mention ->
                        mention.here() && !crossesClause(unit, mention, trigger) && !headsQuotation(unit, mention))
                .toList();
        var told = firstTwo(frame, inClause);
        return told.isPresent() ? told : firstTwo(frame, mentions);
    }

    private static boolean crossesClause(Unit unit, Mention mention, Hit trigger) {
        return unit.crossesClause(Math.min(mention.end(), trigger.end()), Math.max(mention.start(), trigger.start()));
    }

    private static Optional<Reading> firstTwo(Signal.Frame frame, List<Mention> mentions) {
        for (var first : mentions) {
            for (var second : mentions) {
                if (!isNoPair(frame, first, second) && allows(frame, first, second) && isBefore(first, second)) {
                    return Optional.of(new Reading(first, second));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isBefore(Mention first, Mention second) {
        if (first.here() != second.here()) {
            return first.here();
        }
        return first.start() < second.start() || (first.start() == second.start() && first.rank() < second.rank());
    }

    /** The one who is named, with the one who goes without saying. */
    private static Optional<Reading> implied(Hit trigger, Signal.Frame frame, List<Mention> mentions) {
        var implied = frame.implied();
        if (implied == null || mentions.stream().noneMatch(Mention::here)) {
            return Optional.empty();
        }
        for (var mention : mentions) {
            if (!mention.here() || mention.actor() == null || mention.kind() == Actor.Kind.PLACE) {
                continue;
            }
            if (implied.receiver() != null
                    && frame.giver().contains(mention.actor())
                    && !implied.receiver().equals(mention.actor())) {
                return Optional.of(new Reading(mention, unnamed(implied.receiver(), trigger)));
            }
            if (implied.giver() != null
                    && frame.receiver().contains(mention.actor())
                    && !implied.giver().equals(mention.actor())) {
                return Optional.of(new Reading(unnamed(implied.giver(), trigger), mention));
            }
        }
        return Optional.empty();
    }

    private static Mention unnamed(ActorId actor, Hit trigger) {
        return new Mention(actor, Actor.Kind.NAME, trigger.end(), trigger.end(), Mention.ALONE, true);
    }

    /** A sentence in the usual order names first who acts; both in one word ("Sino-Russian") are in its order. */
    private static double inOrder(Mention giver, Mention receiver, boolean reversed) {
        if (giver.start() == receiver.start()) {
            return giver.rank() < receiver.rank() ? IN_ORDER : 0;
        }
        return giver.start() < receiver.start() != reversed ? IN_ORDER : 0;
    }

    /** One of the two is in the sentence itself; but a column may name both under its title. */
    private static boolean isNoPair(Signal.Frame frame, Mention giver, Mention receiver) {
        var elsewhere = !giver.here() && !receiver.here();
        return (elsewhere && frame.status() != Status.OPINION)
                || (giver.actor() != null && giver.actor().equals(receiver.actor()))
                || (giver.actor() == null && receiver.actor() == null);
    }

    private static boolean allows(Signal.Frame frame, Mention giver, Mention receiver) {
        return giver.actor() != null && receiver.actor() != null && frame.allows(giver.actor(), receiver.actor());
    }

    private double[] points(
            Unit unit, Hit trigger, Signal.Frame frame, boolean reversed, List<Mention> mentions, Role role) {
        var points = new double[mentions.size()];
        for (var i = 0; i < points.length; i++) {
            points[i] = points(unit, trigger, frame, reversed, mentions.get(i), role);
        }
        return points;
    }

    private double points(Unit unit, Hit trigger, Signal.Frame frame, boolean reversed, Mention mention, Role role) {
        var kind = switch (mention.kind()) {
            case CAPITAL -> CAPITAL;
            case PLACE -> PLACE;
            case NAME, PERSON, OFFICE -> 0.0;
        };
        kind += mention.isOneOfSeveral() ? IN_PAIR : 0;
        if (!mention.here()) {
            return ELSEWHERE + kind;
        }
        var before = mention.start() < trigger.start();
        var words = before
                ? unit.wordsBetween(mention.end(), trigger.start())
                : unit.wordsBetween(trigger.end(), mention.start());
        // Where only the lists decide, the first of several who act is the one: "Russia and China vetoed".
        var near = frame.takesAnyOrder() && role == Role.GIVER && before ? 0 : words * PER_WORD;
        var clause = before
                ? unit.crossesClause(mention.end(), trigger.start())
                : unit.crossesClause(trigger.end(), mention.start());
        var points = kind
                + Math.max(FARTHEST, near)
                + (clause ? OTHER_CLAUSE : 0)
                + (headsQuotation(unit, mention) ? SPEAKER : 0);
        var ownMarks = this.ownMarks.get(frame);
        var own = ownMarks == null ? null : ownMarks.of(unit.text(), mention);
        var marked = own == null ? marks.of(unit.text(), mention) : own;
        if (marked != null) {
            return points + (marked == role ? MARKED : -MARKED);
        }
        return points + (before != reversed == (role == Role.GIVER) ? IN_PLACE : 0);
    }

    /** "KCNA: ..." speaks, and is rather not one of those it speaks of. */
    private static boolean headsQuotation(Unit unit, Mention mention) {
        return mention.end() < unit.text().length() && unit.text().at(mention.end()) == ':';
    }

    private static int distance(Mention mention, Hit trigger) {
        return mention.here() ? Math.abs(mention.start() - trigger.start()) : Integer.MAX_VALUE;
    }
}
