package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.model.FeatureSink;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.Polarity;
import org.tumen.model.assessment.Status;

/**
 * What the learned models make of a match as the rules read it: who acts on whom, and how the text holds it. What the rules read is one
 * of the things that they see (docs/adr/0033).
 */
final class Corrections {

    private final SignalModel model;
    private final List<FrameOfSignal> frames;
    private final IdentityHashMap<Signal.Frame, FrameOfSignal.Features> features = new IdentityHashMap<>();

    Corrections(SignalModel model, List<FrameOfSignal> frames) {
        this.model = model;
        this.frames = frames;
        frames.forEach(frame -> features.put(frame.frame(), frame.features()));
    }

    /**
     * The matches of one place, corrected.
     *
     * @param words gives what the model of signals sees there
     */
    List<Match> of(Place place, List<Match> matches, Consumer<FeatureSink> words) {
        if (matches.isEmpty()) {
            return matches;
        }
        var points =
                new PairPoints(new PairFeatures(place.unit(), place.mentions(), frames, place.marks()), model.pairs());
        var holding = matches.stream().allMatch(Corrections::hasOneStatus) ? null : model.holding(words);
        var corrected = new ArrayList<Match>(matches.size());
        for (var match : matches) {
            var between = between(place, match, isOneOfSeveral(match, matches), points);
            corrected.add(between.held(status(place, between, holding)));
        }
        return corrected;
    }

    /**
     * Those of a place that no model is asked about, so far down or with nobody named in it: whoever is quoted there is no
     * source of the whole, so that only official and state media announce.
     */
    List<Match> unasked(List<Match> matches, Outlet outlet) {
        return model.readsStances() && !outlet.speaksForState()
                ? matches
                : matches.stream()
                        .map(match -> match.held(byRules(match, outlet)))
                        .toList();
    }

    /** The match as an example, of whomever it could tell. */
    CorrectionExample example(Place place, Match match, Map<String, Integer> words) {
        var seen = new PairFeatures(place.unit(), place.mentions(), frames, place.marks());
        var pairs = List.copyOf(
                Pairs.of(place.mentions(), match.signal(), match.dyad()).keySet());
        return new CorrectionExample(
                match.signal(),
                pairs,
                pairs.stream()
                        .map(pair -> seen.of(match, pair, featuresOf(match)))
                        .toList(),
                words,
                pairs.stream()
                        .map(pair -> StanceFeatures.of(place, match, pair))
                        .toList());
    }

    /** Whether the signal is told there of several pairs: then each of them is only asked for its order. */
    private static boolean isOneOfSeveral(Match match, List<Match> matches) {
        return matches.stream()
                .anyMatch(other -> other.signal().id().equals(match.signal().id())
                        && !other.dyad().pair().equals(match.dyad().pair()));
    }

    private FrameOfSignal.@Nullable Features featuresOf(Match match) {
        return match.frame() == null ? null : features.get(match.frame());
    }

    private Match between(Place place, Match match, boolean orderOnly, PairPoints points) {
        // Of those who act together the one named first is told as giving, by convention: the rule has the last word.
        if (!model.readsPairs() || (match.frame() != null && match.frame().isJoint())) {
            return match;
        }
        var readings = Pairs.of(place.mentions(), match.signal(), match.dyad());
        var best = match.dyad();
        var most = Double.NEGATIVE_INFINITY;
        for (var pair : readings.keySet()) {
            if (!orderOnly || pair.pair().equals(match.dyad().pair())) {
                var fit = points.of(match, pair, featuresOf(match));
                if (fit > most) {
                    most = fit;
                    best = pair;
                }
            }
        }
        var reading = readings.get(best);
        return reading == null || best.equals(match.dyad()) ? match : match.between(reading, place);
    }

    private static Status status(Place place, Match match, SignalModel.@Nullable Holding holding) {
        var byRules = byRules(match, place.outlet());
        if (holding == null || hasOneStatus(match)) {
            return byRules;
        }
        var learned = holding.of(StanceFeatures.of(place, match, match.dyad()));
        // Without a date of publication nobody knows which years are past.
        var isUndated = learned == Status.HISTORICAL && place.year() <= 0;
        return learned == null || isUndated ? byRules : learned;
    }

    /** What an actor itself says of its act, or its official and state media do, is announced and not reported. */
    private static Status byRules(Match match, Outlet outlet) {
        if (match.status() != Status.REPORTED) {
            return match.status();
        }
        var voice = outlet.speaksForState() && outlet.state() != null ? outlet.state() : match.speaker();
        // Whoever is snubbed, cut off or struck reports it; what both do is announced by either.
        var apart = match.polarity() == Polarity.APART;
        var isOwn = match.dyad().giver().equals(voice)
                || (!apart && match.dyad().receiver().equals(voice));
        return isOwn ? Status.ANNOUNCED : Status.REPORTED;
    }

    /** A column is one, whatever its words say. */
    private static boolean hasOneStatus(Match match) {
        var frame = match.frame();
        return frame == null ? statusOf(match.signal()) != null : frame.status() != null;
    }

    /** What all frames of the signal have; null when they have none, or not the same. */
    static @Nullable Status statusOf(Signal signal) {
        var statuses =
                signal.frames().stream().map(Signal.Frame::status).distinct().toList();
        return statuses.size() == 1 ? statuses.getFirst() : null;
    }
}
