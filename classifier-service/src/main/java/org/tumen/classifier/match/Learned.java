package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.language.Language;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.signal.Catalogue;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/**
 * Asks the learned model about a unit: what it says of the signals that frames tell there, and which others it sees. Who acts in
 * those, and how the text holds them, is read by the same rules as for frames; only pairs that a frame of the signal allows are told.
 */
final class Learned {

    /** Below these log odds nothing is told whatever the catalogue's points are: one in twenty. */
    private static final double WORTH_READING = -3;

    /** Rather yes than no: enough to tell a signal of one actor alone. */
    private static final double SURE = 0;

    private final Catalogue catalogue;
    private final List<FrameOfSignal> frames;
    private final SignalModel model;
    private final Map<Integer, Signal> known;
    private final Map<SignalId, List<Integer>> framesOf = new HashMap<>();

    Learned(Catalogue catalogue, List<FrameOfSignal> frames, SignalModel model) {
        this.catalogue = catalogue;
        this.frames = frames;
        this.model = model;
        this.known = model.known(catalogue.signals());
        for (var i = 0; i < frames.size(); i++) {
            framesOf.computeIfAbsent(frames.get(i).signal().id(), _ -> new ArrayList<>())
                    .add(i);
        }
    }

    /** Whether there is anything to ask about the unit: somebody known is named, near enough to the beginning. */
    boolean canTell(Units units, Unit unit, List<Mention> mentions) {
        return !known.isEmpty() && isAskedAbout(units, unit, mentions);
    }

    /** Whether the model would be asked, if it knew a signal. */
    boolean isAskedAbout(Units units, Unit unit, List<Mention> mentions) {
        return units.placeOf(unit) < catalogue.scoring().bodySentences()
                && mentions.stream().anyMatch(mention -> mention.here() && mention.actor() != null);
    }

    /** What the model sees of the unit. */
    void give(Unit unit, List<Match> told, FeatureSink sink) {
        var fired = told.stream().map(match -> match.signal().id().value()).collect(Collectors.toSet());
        UnitFeatures.give(unit, frames, catalogue.cues(), fired, sink);
    }

    /** The matches of frames with the model's word on them, and those that the model alone tells. */
    List<Match> weigh(
            Units units, Unit unit, List<Mention> mentions, FrameHits here, List<Match> told, Roles roles, int year) {
        var reading = model.signals().read();
        give(unit, told, new FeatureSink.Asking(reading));
        var logOdds = reading.logOdds();
        var details = new Details(model, logOdds);
        var matches = new ArrayList<Match>();
        var byFrames = new HashSet<SignalId>();
        for (var match : told) {
            matches.add(weighed(match, logOdds, details));
            byFrames.add(match.signal().id());
        }
        known.forEach((place, signal) -> {
            if (logOdds[place] > WORTH_READING && !byFrames.contains(signal.id())) {
                var match = match(units, unit, mentions, here, signal, logOdds[place], details, roles, year);
                if (match != null) {
                    matches.add(weighed(match, logOdds, details));
                }
            }
        });
        return matches;
    }

    private Match weighed(Match match, double[] logOdds, Details details) {
        var place = model.placeOf(match.signal().id().value());
        return match.with(
                place < 0 ? null : Double.valueOf(logOdds[place]),
                details.announced(),
                hasOneStatus(match) ? match.status() : details.status(match.status()));
    }

    /** A column is one, whatever its words say. */
    private static boolean hasOneStatus(Match match) {
        var frame = match.frame();
        return frame == null ? statusOf(match.signal()) != null : frame.status() != null;
    }

    /** What all frames of the signal have; null when they have none, or not the same. */
    private static @Nullable Status statusOf(Signal signal) {
        var statuses =
                signal.frames().stream().map(Signal.Frame::status).distinct().toList();
        return statuses.size() == 1 ? statuses.getFirst() : null;
    }

    private @Nullable Match match(
            Units units,
            Unit unit,
            List<Mention> mentions,
            FrameHits here,
            Signal signal,
            double logOdds,
            Details details,
            Roles roles,
            int year) {
        for (var index : candidates(units, here, signal)) {
            var act = act(unit, mentions, here, signal, index);
            var frame = frames.get(index).frame();
            var reading =
                    roles.read(unit, act.hit(), frame, act.reversed(), mentions).orElse(null);
            if (reading == null || isFarFetched(mentions, reading)) {
                continue;
            }
            return match(units, unit, mentions, signal, logOdds, act.hit(), reading, year);
        }
        var implied = logOdds > SURE ? implied(mentions, signal, details) : null;
        return implied == null
                ? null
                : match(units, unit, mentions, signal, logOdds, verb(unit, mentions), implied, year);
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
        var fixed = statusOf(signal);
        var genre = fixed != null ? fixed : units.genre();
        return new Match(
                signal,
                null,
                logOdds,
                null,
                reading.dyad(),
                genre != null && stance.status() != Status.DENIED ? genre : stance.status(),
                stance.claimant(),
                stance.speaker(),
                units.placeOf(unit),
                reading.isAcross(),
                reading.isByCapitalOnly(mentions),
                reading.evidence(units, unit));
    }

    /**
     * Where no frame has the pair that is named: of those named the two that fit best; where one actor alone is named, the pair that a
     * frame of the signal allows and that fits best.
     */
    private static Roles.@Nullable Reading implied(List<Mention> mentions, Signal signal, Details details) {
        if (mentions.stream().anyMatch(mention -> mention.actor() == null)) {
            return null;
        }
        var named = mentions.stream()
                .map(Mention::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var pairs = named.size() > 1 ? pairsOf(named) : pairsIn(signal, named);
        return pairs.stream()
                .max(Comparator.comparingDouble(details::points))
                .map(pair -> new Roles.Reading(mentionOf(pair.giver(), mentions), mentionOf(pair.receiver(), mentions)))
                .orElse(null);
    }

    private static List<Dyad> pairsOf(List<ActorId> named) {
        return named.stream()
                .flatMap(giver -> named.stream()
                        .filter(receiver -> !receiver.equals(giver))
                        .map(receiver -> new Dyad(giver, receiver)))
                .toList();
    }

    private static List<Dyad> pairsIn(Signal signal, List<ActorId> named) {
        return signal.frames().stream()
                .flatMap(frame -> frame.giver().stream()
                        .flatMap(giver -> frame.receiver().stream()
                                .filter(receiver -> !receiver.equals(giver))
                                .filter(receiver -> named.contains(giver) || named.contains(receiver))
                                .map(receiver -> new Dyad(giver, receiver))))
                .distinct()
                .toList();
    }

    private static Mention mentionOf(@Nullable ActorId actor, List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> Objects.equals(actor, mention.actor()))
                .findFirst()
                .orElseGet(() -> mentions.getFirst().as(Objects.requireNonNull(actor)));
    }

    /** The frames of the signal, those with a word here first; a frame whose veto stands here tells nothing of who acts. */
    private List<Integer> candidates(Units units, FrameHits here, Signal signal) {
        var possible = framesOf.getOrDefault(signal.id(), List.of()).stream()
                .filter(frame -> !here.isVetoed(frame) && !units.isVetoedByTitle(frame))
                .toList();
        var ordered = new ArrayList<Integer>();
        possible.stream().filter(frame -> !here.triggersOf(frame).isEmpty()).forEach(ordered::add);
        possible.stream().filter(frame -> here.triggersOf(frame).isEmpty()).forEach(ordered::add);
        return ordered;
    }

    /** Where the act stands: a trigger of the frame, or of the signal; else where the language has its verb. */
    private FrameHits.Told act(Unit unit, List<Mention> mentions, FrameHits here, Signal signal, int index) {
        var own = here.triggersOf(index);
        if (!own.isEmpty()) {
            return own.getFirst();
        }
        for (var frame : framesOf.getOrDefault(signal.id(), List.of())) {
            if (!here.triggersOf(frame).isEmpty()) {
                return here.triggersOf(frame).getFirst();
            }
        }
        return new FrameHits.Told(verb(unit, mentions), false);
    }

    private static Hit verb(Unit unit, List<Mention> mentions) {
        var first = mentions.stream().filter(Mention::here).findFirst().orElseThrow();
        var at = unit.language() == Language.KOREAN ? unit.text().indexOf(unit.end()) : first.end();
        return new Hit(at, at, Uses.NONE);
    }

    /** Another state's act is not read into the sentence, when one of the two is not named in it. */
    private static boolean isFarFetched(List<Mention> mentions, Roles.Reading reading) {
        return reading.isAcross() && mentions.stream().anyMatch(mention -> mention.actor() == null);
    }
}
