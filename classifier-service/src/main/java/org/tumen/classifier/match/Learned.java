package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/**
 * Asks the learned model about a unit: what it says of the signals that frames tell there, and which others it sees. How the text
 * holds those is read by the same rules as for frames, and so is who acts, where a frame has a word in the sentence; else those two of
 * the named that come first, rather a pair that a frame allows. Whoever reads on may correct both ({@link Corrections}).
 */
final class Learned {

    /** Below these log odds the model alone tells nothing, whatever the catalogue's points are: one in eight. */
    private static final double WORTH_READING = -2;

    /**
     * Enough to tell a signal of a pair that no frame of it has, and of a headline that names one actor alone, as many do; to tell one without a word of
     * the catalogue, and one that all frames of it have a veto against. A bound of 0 and 1 for the first two found a tenth less and was wrong as often (docs/adr/0021).
     */
    private static final double LIKELY = Match.PERHAPS;

    private final Catalogue catalogue;
    private final List<FrameOfSignal> frames;
    private final Switches switches;
    private final SignalModel model;
    private final List<SignalModel.Known> known;
    private final Map<SignalId, List<Integer>> framesOf = new HashMap<>();

    Learned(Catalogue catalogue, List<FrameOfSignal> frames, Switches switches, SignalModel model) {
        this.catalogue = catalogue;
        this.frames = frames;
        this.switches = switches;
        this.model = model;
        this.known = model.known(catalogue.signals());
        for (var i = 0; i < frames.size(); i++) {
            framesOf.computeIfAbsent(frames.get(i).signal().id(), _ -> new ArrayList<>())
                    .add(i);
        }
    }

    /** Whether there is anything to ask about the unit: somebody known is named, near enough to the beginning. */
    boolean isAskedAbout(Units units, Unit unit, List<Mention> mentions) {
        return units.placeOf(unit) < catalogue.scoring().bodySentences()
                && mentions.stream().anyMatch(mention -> mention.here() && mention.actor() != null);
    }

    /** What the model sees of the unit. */
    void give(Unit unit, List<Match> told, FeatureSink sink) {
        var fired = told.stream().map(match -> match.signal().id().value()).collect(Collectors.toSet());
        UnitFeatures.give(unit, frames, switches, fired, sink);
    }

    /** The matches of frames with the model's word on them, and those that the model alone tells. */
    List<Match> weigh(
            Units units, Unit unit, List<Mention> mentions, FrameHits here, List<Match> told, Roles roles, int year) {
        // Below the lead the model is only asked about what a frame tells: that keeps the cost of a long article down.
        if (known.isEmpty()
                || (told.isEmpty() && units.placeOf(unit) >= catalogue.scoring().leadSentences())) {
            return told;
        }
        if (!isAskedAbout(units, unit, mentions)) {
            return told;
        }
        var reading = model.signals().read();
        give(unit, told, new FeatureSink.Asking(reading));
        var logOdds = reading.logOdds();
        var matches = new ArrayList<Match>();
        var byFrames = new HashSet<SignalId>();
        for (var match : told) {
            matches.add(weighed(match, logOdds));
            byFrames.add(match.signal().id());
        }
        var words = hasWords(unit, mentions);
        for (var it : known) {
            var odds = logOdds[it.place()];
            if (odds > (words ? WORTH_READING : LIKELY)
                    && !byFrames.contains(it.signal().id())) {
                var match = match(units, unit, mentions, here, it.signal(), odds, roles, year);
                if (match != null) {
                    matches.add(weighed(match, logOdds));
                }
            }
        }
        return matches;
    }

    /** Whether the catalogue has a word of an act or a thing there: names alone tell nothing. */
    private static boolean hasWords(Unit unit, List<Mention> mentions) {
        return unit.hits().stream()
                .filter(hit -> hit.says(Use.Kind.TRIGGER) || hit.says(Use.Kind.WORD))
                .anyMatch(hit -> mentions.stream()
                        .noneMatch(mention -> mention.here() && hit.overlaps(mention.start(), mention.end())));
    }

    private Match weighed(Match match, double[] logOdds) {
        var place = model.placeOf(match.signal().id().value());
        return match.with(place < 0 ? null : Double.valueOf(logOdds[place]));
    }

    /** What would be read there if the model were sure of the signal; null when nothing would. */
    @Nullable
    Match assumed(
            Units units, Unit unit, List<Mention> mentions, FrameHits here, Signal signal, Roles roles, int year) {
        return hasWords(unit, mentions)
                ? match(units, unit, mentions, here, signal, Double.POSITIVE_INFINITY, roles, year)
                : null;
    }

    private @Nullable Match match(
            Units units,
            Unit unit,
            List<Mention> mentions,
            FrameHits here,
            Signal signal,
            double logOdds,
            Roles roles,
            int year) {
        var possible = framesOf.getOrDefault(signal.id(), List.of()).stream()
                .filter(frame -> logOdds > LIKELY || (!here.isVetoed(frame) && !units.isVetoedByTitle(frame)))
                .toList();
        for (var index : possible) {
            var own = here.triggersOf(index);
            var frame = frames.get(index).frame();
            var reading = own.isEmpty()
                    ? null
                    : roles.read(
                                    unit,
                                    own.getFirst().hit(),
                                    frame,
                                    own.getFirst().reversed(),
                                    mentions)
                            .orElse(null);
            if (reading != null
                    && !isFarFetched(mentions, reading)
                    && (logOdds > LIKELY || areNamed(reading, mentions))) {
                return match(
                        units, unit, mentions, signal, logOdds, own.getFirst().hit(), reading, year);
            }
        }
        var act = act(unit, mentions, here, signal);
        // A state that is no actor is only passed over where the model is rather sure of the signal.
        var named = logOdds > 0
                ? mentions.stream().filter(mention -> mention.actor() != null).toList()
                : mentions;
        var likeliest = firstOf(
                named,
                pair -> possible.stream()
                        .anyMatch(index -> frames.get(index).frame().allows(pair.giver(), pair.receiver())));
        if (likeliest != null) {
            return match(units, unit, mentions, signal, logOdds, act.hit(), likeliest, year);
        }
        for (var index : possible) {
            var reading = roles.read(unit, act.hit(), frames.get(index).frame(), act.reversed(), mentions)
                    .orElse(null);
            if (reading != null && !isFarFetched(mentions, reading) && areNamed(reading, mentions)) {
                return match(units, unit, mentions, signal, logOdds, act.hit(), reading, year);
            }
        }
        var other = possible.isEmpty() || logOdds < LIKELY ? null : firstOf(named, _ -> true);
        if (other == null && unit.isTitle() && !possible.isEmpty() && logOdds > likelyOfOne(signal)) {
            other = implied(named, possible);
        }
        return other == null ? null : match(units, unit, mentions, signal, logOdds, act.hit(), other, year);
    }

    private Match match(
            Units units,
            Unit unit,
            List<Mention> mentions,
            Signal signal,
            double logOdds,
            Hit act,
            Roles.Reading reading,
            int year) {
        var stance = Stance.of(unit, act, null, mentions, catalogue.cues(), year);
        var fixed = Corrections.statusOf(signal);
        var genre = fixed != null ? fixed : units.genre();
        return new Match(
                signal,
                null,
                logOdds,
                reading.dyad(),
                genre != null && stance.status() != Status.DENIED ? genre : stance.status(),
                stance.claimant(),
                stance.speaker(),
                units.placeOf(unit),
                reading.isAcross(),
                reading.isByCapitalOnly(mentions),
                reading.evidence(units, unit));
    }

    /** Nobody is read into a sentence by the model: who is meant without being named must be so by a frame, with its word. */
    private static boolean areNamed(Roles.Reading reading, List<Mention> mentions) {
        return mentions.stream()
                        .anyMatch(mention ->
                                Objects.equals(mention.actor(), reading.dyad().giver()))
                && mentions.stream()
                        .anyMatch(mention ->
                                Objects.equals(mention.actor(), reading.dyad().receiver()));
    }

    /** Of those named in the sentence the first two that may; nothing where a state is named that is no actor. */
    private static Roles.@Nullable Reading firstOf(List<Mention> mentions, Predicate<Dyad> isAllowed) {
        var here = mentions.stream().filter(Mention::here).toList();
        if (here.stream().anyMatch(mention -> mention.actor() == null)) {
            return null;
        }
        for (var giver : here) {
            for (var receiver : here) {
                if (!Objects.equals(giver.actor(), receiver.actor())) {
                    var reading = new Roles.Reading(giver, receiver);
                    if (isAllowed.test(reading.dyad())) {
                        return reading;
                    }
                }
            }
        }
        return null;
    }

    /** Where the act stands: a word of the signal; else where the language has its verb. */
    private FrameHits.Told act(Unit unit, List<Mention> mentions, FrameHits here, Signal signal) {
        for (var frame : framesOf.getOrDefault(signal.id(), List.of())) {
            if (!here.triggersOf(frame).isEmpty()) {
                return here.triggersOf(frame).getFirst();
            }
        }
        return new FrameHits.Told(verb(unit, mentions), false);
    }

    /** What is nobody's act, but talk, is seen in every guide for travellers: of one actor alone it is told where the model is sure. */
    private static double likelyOfOne(Signal signal) {
        return Corrections.statusOf(signal) == Status.OPINION ? Match.SURELY : LIKELY;
    }

    /** Where a headline names one actor alone: with a partner that a frame of the signal allows. */
    private Roles.@Nullable Reading implied(List<Mention> mentions, List<Integer> possible) {
        var named = mentions.getFirst();
        if (mentions.stream().anyMatch(mention -> !Objects.equals(mention.actor(), named.actor()))) {
            return null;
        }
        for (var index : possible) {
            var frame = frames.get(index).frame();
            for (var giver : frame.giver()) {
                for (var receiver : frame.receiver()) {
                    if (!giver.equals(receiver) && (giver.equals(named.actor()) || receiver.equals(named.actor()))) {
                        return new Roles.Reading(named.as(giver), named.as(receiver));
                    }
                }
            }
        }
        return null;
    }

    private static Hit verb(Unit unit, List<Mention> mentions) {
        var first = mentions.stream().filter(Mention::here).findFirst().orElseThrow();
        var at = unit.language() == Language.KOREAN ? unit.to() : first.end();
        return new Hit(at, at, Uses.NONE);
    }

    /** Another state's act is not read into the sentence, when one of the two is not named in it. */
    private static boolean isFarFetched(List<Mention> mentions, Roles.Reading reading) {
        return reading.isAcross() && mentions.stream().anyMatch(mention -> mention.actor() == null);
    }
}
