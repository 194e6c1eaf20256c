package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.match.Tokens.Token;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.model.Phrase;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;

/**
 * What the model of pairs sees of two of whom a unit could tell an act: who is named first, what stands beside the names, between and
 * around them, what the signal is, and whether the rules read the two so. All of it are switches. A pair that is not named
 * has features too: that it is not, and what the signal is. They come in groups by what they depend on, and no two groups have one in common: each group
 * can be summed up by itself, and once for all who share it ({@link PairPoints}).
 */
final class PairFeatures {

    /** Actors from this one on are not told apart by their place. */
    private static final int LATE = 3;

    private static final FeatureName SIDE_OF_SIGNAL = FeatureName.of("@so");
    private static final FeatureName GIVER_OF_SIGNAL = FeatureName.of("@sg");
    private static final FeatureName RECEIVER_OF_SIGNAL = FeatureName.of("@sr");
    private static final FeatureName PAIR_OF_SIGNAL = FeatureName.of("@sp");
    private static final FeatureName PAIR_AND_SIDE_OF_SIGNAL = FeatureName.of("@spo");
    private static final FeatureName ALLOWED = FeatureName.of("@allowed");
    private static final FeatureName NOT_ALLOWED = FeatureName.of("@not allowed");

    private final String lang;
    private final String unitKind;
    private final List<Token> tokens;
    private final NameFeatures names;
    private final Map<ActorId, List<Mention>> here = new HashMap<>();
    private final List<ActorId> inOrder = new ArrayList<>();
    private final Set<ActorId> elsewhere = new HashSet<>();

    PairFeatures(Unit unit, List<Mention> mentions, List<FrameOfSignal> frames, RoleMarks marks) {
        this.lang = unit.language().code();
        this.unitKind = lang + (unit.isTitle() ? " title " : " text ");
        var named = mentions.stream().filter(Mention::here).toList();
        this.tokens = Tokens.of(unit, named, frames);
        this.names = new NameFeatures(unit, named, tokens, marks);
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
     * One who acts and one who is acted upon, in this unit.
     *
     * @param seat where their names stand
     * @param both names of the two, to stand in features
     * @param bothAndSide the same with their side
     */
    record Pair(
            Dyad dyad, Seat seat, Phrase giver, Phrase receiver, Phrase both, Phrase bothAndSide, Phrase langAndSide) {}

    /**
     * Where two are named.
     *
     * @param start where the first of their names begins, in units of the folded text; that of the one who is named, where one is; -1 where nobody is
     * @param end where the second begins
     */
    record Seat(Side side, int start, int end) {

        private static Seat of(@Nullable Mention giver, @Nullable Mention receiver) {
            var side = Side.of(giver, receiver);
            var one = giver == null ? receiver : giver;
            var other = receiver == null ? giver : receiver;
            return one == null || other == null
                    ? new Seat(side, -1, -1)
                    : new Seat(side, Math.min(one.start(), other.start()), Math.max(one.start(), other.start()));
        }
    }

    /** Which of the two somebody is. */
    enum Part {
        GIVER('g'),
        RECEIVER('r');

        private final char letter;

        Part(char letter) {
            this.letter = letter;
        }

        char letter() {
            return letter;
        }

        ActorId of(Dyad dyad) {
            return this == GIVER ? dyad.giver() : dyad.receiver();
        }
    }

    Pair pair(Dyad dyad) {
        var seat = Seat.of(first(dyad.giver()), first(dyad.receiver()));
        var both = dyad.giver() + ">" + dyad.receiver();
        return new Pair(
                dyad,
                seat,
                Phrase.of(dyad.giver().value()),
                Phrase.of(dyad.receiver().value()),
                Phrase.of(both),
                Phrase.of(both + ' ' + seat.side().letter()),
                Phrase.of(lang + ' ' + seat.side().letter()));
    }

    private @Nullable Mention first(ActorId actor) {
        var named = here.get(actor);
        return named == null ? null : named.getFirst();
    }

    /** Of all pairs on this side: who of them acts shows in the words only together with who is named first. */
    void giveSide(Side side, FeatureSink sink) {
        sink.add("@o " + side.letter());
        sink.add("@o " + lang + ' ' + side.letter());
        sink.add("@o " + unitKind + side.letter() + parties());
        if (side == Side.NOBODY) {
            return;
        }
        Token last = null;
        for (var token : tokens) {
            sink.add(side.words(), token.name());
            if (token.isWord()) {
                if (last != null) {
                    sink.add(side.words(), last.name(), token.name());
                }
                last = token;
            }
        }
    }

    /** Of all pairs in these places: what stands before, between and behind them. */
    void giveSeat(Seat seat, FeatureSink sink) {
        if (seat.side() == Side.NOBODY) {
            return;
        }
        var side = seat.side();
        for (var token : tokens) {
            var where = token.end() <= seat.start()
                    ? side.before()
                    : token.start() >= seat.end() ? side.behind() : side.between();
            sink.add(where, token.name());
        }
    }

    /** Of all pairs with this one in this part. */
    void giveActor(Part part, ActorId actor, FeatureSink sink) {
        sink.add("@" + part.letter() + ' ' + actor);
        sink.add("@" + part.letter() + "i " + place(actor) + elsewhere.contains(actor));
        here.getOrDefault(actor, List.of()).forEach(name -> names.give(part, name, sink));
    }

    /** Of the pair alone. */
    void givePair(Pair pair, FeatureSink sink) {
        var places = place(pair.dyad().giver()) + place(pair.dyad().receiver());
        sink.add("@p " + pair.both());
        sink.add("@po " + pair.bothAndSide());
        sink.add("@i " + places + ' ' + parties());
        sink.add("@i " + unitKind + places);
    }

    /** Of the pair with the signal. */
    void giveSignal(Signal signal, Pair pair, FeatureSink sink) {
        var name = Phrase.of(signal.id().value());
        sink.add(SIDE_OF_SIGNAL, name, pair.seat().side().phrase());
        sink.add(SIDE_OF_SIGNAL, name, pair.langAndSide());
        sink.add(GIVER_OF_SIGNAL, name, pair.giver());
        sink.add(RECEIVER_OF_SIGNAL, name, pair.receiver());
        sink.add(PAIR_OF_SIGNAL, name, pair.both());
        sink.add(PAIR_AND_SIDE_OF_SIGNAL, name, pair.bothAndSide());
        var dyad = pair.dyad();
        var allowed = false;
        for (var frame : signal.frames()) {
            allowed |= frame.allows(dyad.giver(), dyad.receiver());
        }
        sink.add(allowed ? ALLOWED : NOT_ALLOWED);
        for (var part : Part.values()) {
            here.getOrDefault(part.of(dyad), List.of()).forEach(it -> names.giveSignal(part, it, name, sink));
        }
    }

    /**
     * Of how the rules read the match: the same two, or how much of them.
     *
     * @param told of the frame that tells it; null when none does
     */
    void giveRead(Match match, Dyad pair, FrameOfSignal.@Nullable Features told, FeatureSink sink) {
        var as = likeness(pair, match.dyad());
        if (as == null) {
            return;
        }
        var by = "@read " + as + (told == null ? " by order" : " by a frame");
        sink.add(by);
        sink.add(by + ' ' + unitKind);
        sink.add(by + ' ' + match.signal().id());
        if (told != null) {
            sink.add("@read " + as + ' ' + told.both().text());
        }
    }

    /** All features of a pair, to train a model on. */
    Set<String> of(Match match, Dyad dyad, FrameOfSignal.@Nullable Features told) {
        var counting = new FeatureSink.Counting();
        var pair = pair(dyad);
        giveSide(pair.seat().side(), counting);
        giveSeat(pair.seat(), counting);
        for (var part : Part.values()) {
            giveActor(part, part.of(dyad), counting);
        }
        givePair(pair, counting);
        giveSignal(match.signal(), pair, counting);
        giveRead(match, dyad, told, counting);
        return counting.counts().keySet();
    }

    private int parties() {
        return Math.min(inOrder.size(), LATE + 1);
    }

    /** Its place among the actors of the unit; e when it is named next to the unit, i when it is not named. */
    private String place(ActorId actor) {
        var place = inOrder.indexOf(actor);
        if (place >= 0) {
            return String.valueOf(Math.min(place, LATE));
        }
        return elsewhere.contains(actor) ? "e" : "i";
    }

    private static @Nullable String likeness(Dyad pair, Dyad read) {
        if (pair.equals(read)) {
            return "so";
        }
        if (pair.giver().equals(read.receiver()) && pair.receiver().equals(read.giver())) {
            return "turned";
        }
        if (pair.giver().equals(read.giver())) {
            return "giver";
        }
        return pair.receiver().equals(read.receiver()) ? "receiver" : null;
    }
}
