package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.actor.Actor;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.match.Tokens.Token;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/**
 * What the model of pairs sees of two of whom a unit could tell an act: who is named first, what stands beside the names, between and
 * around them, what the signal is, and whether the rules read the two so. All of it are switches. A pair that is not named
 * has features too: that it is not, and what the signal is.
 */
final class PairFeatures {

    /** So much of the end of a name tells its case: "Китаем", "Chinese". */
    private static final int ENDING = 3;

    /** So much of the beginning of a name tells whose it is. */
    private static final int BEGINNING = 5;

    private static final int BEGINNING_OF_SYLLABLES = 3;

    /** The longest particle, in characters, and the longest preposition of Chinese. */
    private static final int PARTICLE = 3;

    private static final int PREPOSITION = 2;

    /** Actors from this one on are not told apart by their place. */
    private static final int LATE = 3;

    private final Unit unit;
    private final String lang;
    private final String unitKind;
    private final RoleMarks marks;
    private final List<Mention> names;
    private final List<Token> tokens;
    private final Map<ActorId, List<Mention>> here = new HashMap<>();
    private final List<ActorId> inOrder = new ArrayList<>();
    private final Set<ActorId> elsewhere = new HashSet<>();

    PairFeatures(Unit unit, List<Mention> mentions, List<FrameOfSignal> frames, RoleMarks marks) {
        this.unit = unit;
        this.lang = unit.language().code();
        this.unitKind = lang + (unit.isTitle() ? " title " : " text ");
        this.marks = marks;
        this.names = mentions.stream().filter(Mention::here).toList();
        this.tokens = Tokens.of(unit, names, frames);
        for (var mention : mentions) {
            var actor = mention.actor();
            if (actor == null) {
                continue;
            }
            if (!mention.here()) {
                elsewhere.add(actor);
                continue;
            }
            here.computeIfAbsent(actor, _ -> new ArrayList<>()).add(mention);
            if (!inOrder.contains(actor)) {
                inOrder.add(actor);
            }
        }
    }

    /**
     * The features of one who acts and one who is acted upon.
     *
     * @param match as the rules read it
     * @param told of the frame that tells it; null when none does
     */
    Set<String> of(Match match, Dyad pair, FrameOfSignal.@Nullable Features told) {
        var features = new LinkedHashSet<String>();
        var gives = here.getOrDefault(pair.giver(), List.of());
        var gets = here.getOrDefault(pair.receiver(), List.of());
        var giver = gives.isEmpty() ? null : gives.getFirst();
        var receiver = gets.isEmpty() ? null : gets.getFirst();
        var side = side(giver, receiver);
        var signal = match.signal().id().value();
        addParts(features, signal, pair, side);
        features.add(
                match.signal().frames().stream().anyMatch(it -> it.allows(pair.giver(), pair.receiver()))
                        ? "@allowed"
                        : "@not allowed");
        addRead(features, signal, pair, match.dyad(), told);
        gives.forEach(name -> addName(features, 'g', name, signal));
        gets.forEach(name -> addName(features, 'r', name, signal));
        addTokens(features, side, giver, receiver);
        return features;
    }

    /** F and B: the giver is named first, or behind; f and b: both in one word; G and R: one alone is named; N: nobody. */
    private static char side(@Nullable Mention giver, @Nullable Mention receiver) {
        if (giver == null) {
            return receiver == null ? 'N' : 'R';
        }
        if (receiver == null) {
            return 'G';
        }
        if (giver.start() == receiver.start()) {
            return giver.rank() < receiver.rank() ? 'f' : 'b';
        }
        return giver.start() < receiver.start() ? 'F' : 'B';
    }

    private void addParts(Set<String> features, String signal, Dyad pair, char side) {
        var parties = Math.min(inOrder.size(), LATE + 1);
        var both = pair.giver() + ">" + pair.receiver();
        var places = place(pair.giver()) + place(pair.receiver());
        features.add("@o " + side);
        features.add("@o " + lang + ' ' + side);
        features.add("@o " + unitKind + side + parties);
        features.add("@so " + signal + ' ' + side);
        features.add("@so " + signal + ' ' + lang + ' ' + side);
        features.add("@g " + pair.giver());
        features.add("@r " + pair.receiver());
        features.add("@p " + both);
        features.add("@po " + both + ' ' + side);
        features.add("@sg " + signal + ' ' + pair.giver());
        features.add("@sr " + signal + ' ' + pair.receiver());
        features.add("@sp " + signal + ' ' + both);
        features.add("@spo " + signal + ' ' + both + ' ' + side);
        features.add("@i " + places + ' ' + parties);
        features.add("@i " + unitKind + places);
        features.add("@gi " + place(pair.giver()) + elsewhere.contains(pair.giver()));
        features.add("@ri " + place(pair.receiver()) + elsewhere.contains(pair.receiver()));
    }

    /** Its place among the actors of the unit; e when it is named next to the unit, i when it is not named. */
    private String place(ActorId actor) {
        var place = inOrder.indexOf(actor);
        if (place >= 0) {
            return String.valueOf(Math.min(place, LATE));
        }
        return elsewhere.contains(actor) ? "e" : "i";
    }

    private void addRead(
            Set<String> features, String signal, Dyad pair, Dyad read, FrameOfSignal.@Nullable Features told) {
        var as = likeness(pair, read);
        if (as == null) {
            return;
        }
        var by = "@read " + as + (told == null ? " by order" : " by a frame");
        features.add(by);
        features.add(by + ' ' + unitKind);
        features.add(by + ' ' + signal);
        if (told != null) {
            features.add("@read " + as + ' ' + told.both());
        }
    }

    private static @Nullable String likeness(Dyad pair, Dyad read) {
        if (pair.equals(read)) {
            return "so";
        }
        if (pair.pair().equals(read.pair())) {
            return "turned";
        }
        if (pair.giver().equals(read.giver())) {
            return "giver";
        }
        return pair.receiver().equals(read.receiver()) ? "receiver" : null;
    }

    private void addName(Set<String> features, char part, Mention name, String signal) {
        features.add("@k" + part + ' ' + name.kind());
        if (name.isOneOfSeveral()) {
            features.add("@k" + part + " several " + name.rank());
            return;
        }
        var mark = marks.of(unit.text(), name);
        if (mark != null) {
            features.add("@m" + part + ' ' + mark);
            features.add("@m" + part + ' ' + lang + ' ' + mark);
        }
        var folded = unit.text().folded().subSequence(name.start(), name.end()).toString();
        var isPerson = name.kind() == Actor.Kind.PERSON;
        features.add("@e" + part + ' ' + lang + ' ' + folded.substring(Math.max(0, folded.length() - ENDING))
                + (isPerson ? " person" : ""));
        if (isPerson || name.kind() == Actor.Kind.OFFICE || name.kind() == Actor.Kind.PLACE) {
            // Foreign ministers visit and heads of state are visited.
            var who = lang + ' ' + folded.substring(0, Math.min(folded.length(), beginning()));
            features.add("@n" + part + ' ' + who);
            features.add("@n" + part + ' ' + signal + ' ' + who);
            features.add("@n" + part + ' ' + signal + ' ' + name.kind());
        }
        features.add("@b" + part + ' ' + wordBefore(name));
        features.add("@a" + part + ' ' + wordAfter(name));
        addParticles(features, part, name);
    }

    private int beginning() {
        return unit.language() == Language.KOREAN || unit.language() == Language.CHINESE
                ? BEGINNING_OF_SYLLABLES
                : BEGINNING;
    }

    /** Korean and Chinese write no space between a name and the particle, or verb, beside it. */
    private void addParticles(Set<String> features, char part, Mention name) {
        if (unit.language() == Language.ENGLISH || unit.language() == Language.RUSSIAN) {
            return;
        }
        var text = unit.text();
        var end = Math.min(unit.to(), name.end() + PARTICLE);
        for (var to = name.end() + 1; to <= end; to++) {
            features.add("@x" + part + ' ' + lang + ' ' + text.folded().subSequence(name.end(), to));
        }
        var before = name.start() - PREPOSITION;
        if (unit.language() == Language.CHINESE && before >= unit.from()) {
            features.add("@y" + part + ' ' + text.folded().subSequence(before, name.start()));
        }
    }

    private String wordBefore(Mention name) {
        var at = -1;
        var nearest = lang + " |";
        for (var token : tokens) {
            if (token.isWord() && token.end() <= name.start() && token.end() > at) {
                at = token.end();
                nearest = token.name();
            }
        }
        for (var other : names) {
            if (other.end() <= name.start() && other.end() > at) {
                at = other.end();
                nearest = lang + ' ' + MaskedUnit.ACTOR;
            }
        }
        return nearest;
    }

    private String wordAfter(Mention name) {
        var at = Integer.MAX_VALUE;
        var nearest = lang + " |";
        for (var token : tokens) {
            if (token.isWord() && token.start() >= name.end() && token.start() < at) {
                at = token.start();
                nearest = token.name();
            }
        }
        for (var other : names) {
            if (other.start() >= name.end() && other.start() < at) {
                at = other.start();
                nearest = lang + ' ' + MaskedUnit.ACTOR;
            }
        }
        return nearest;
    }

    /** What stands before, between and behind the two says who of them acts only together with who is named first. */
    private void addTokens(Set<String> features, char side, @Nullable Mention giver, @Nullable Mention receiver) {
        var one = giver == null ? receiver : giver;
        var other = receiver == null ? giver : receiver;
        if (one == null || other == null) {
            return;
        }
        var start = Math.min(one.start(), other.start());
        var end = Math.max(one.start(), other.start());
        Token last = null;
        for (var token : tokens) {
            var where = token.end() <= start ? '<' : token.start() >= end ? '>' : '-';
            features.add("@w " + side + ' ' + token.name());
            features.add("@w " + side + where + ' ' + token.name());
            if (token.isWord()) {
                if (last != null) {
                    features.add("@w " + side + ' ' + last.name() + ' ' + token.name());
                }
                last = token;
            }
        }
    }
}
