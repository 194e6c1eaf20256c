package org.tumen.classifier.match;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.match.PairFeatures.Pair;
import org.tumen.classifier.match.PairFeatures.Part;
import org.tumen.classifier.match.PairFeatures.Seat;
import org.tumen.classifier.model.SwitchWeights;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;

/**
 * How well pairs fit the matches of one unit, in units of a weight and only to be compared. A unit tells many signals of the same few actors: what
 * pairs share is asked of the model once.
 */
final class PairPoints {

    private final PairFeatures features;
    private final SwitchWeights.Sum sum;
    private final Map<Dyad, Known> pairs = new HashMap<>();
    private final Map<OfSignal, Double> ofSignal = new HashMap<>();
    private final Map<Side, Double> sides = new HashMap<>();
    private final Map<Seat, Double> seats = new HashMap<>();
    private final Map<InPart, Double> actors = new HashMap<>();

    PairPoints(PairFeatures features, SwitchWeights model) {
        this.features = features;
        this.sum = model.sum();
    }

    /** A pair with its points whatever the signal is. */
    private record Known(Pair pair, double points) {}

    private record OfSignal(SignalId signal, Dyad pair) {}

    private record InPart(Part part, ActorId actor) {}

    /**
     * Of a pair as the two of the match.
     *
     * @param told features of the frame that tells it; null when none does
     */
    double of(Match match, Dyad dyad, FrameOfSignal.@Nullable Features told) {
        var known = pairs.computeIfAbsent(dyad, this::known);
        var withSignal = ofSignal.computeIfAbsent(
                new OfSignal(match.signal().id(), dyad), _ -> withSignal(match.signal(), known.pair()));
        features.giveRead(match, dyad, told, sum);
        return known.points() + withSignal + sum.take();
    }

    private Known known(Dyad dyad) {
        var pair = features.pair(dyad);
        features.givePair(pair, sum);
        var points = sum.take()
                + sides.computeIfAbsent(pair.seat().side(), this::ofSide)
                + seats.computeIfAbsent(pair.seat(), this::ofSeat);
        for (var part : Part.values()) {
            points += actors.computeIfAbsent(new InPart(part, part.of(dyad)), this::ofActor);
        }
        return new Known(pair, points);
    }

    private double withSignal(Signal signal, Pair pair) {
        features.giveSignal(signal, pair, sum);
        return sum.take();
    }

    private double ofSide(Side side) {
        features.giveSide(side, sum);
        return sum.take();
    }

    private double ofSeat(Seat seat) {
        features.giveSeat(seat, sum);
        return sum.take();
    }

    private double ofActor(InPart who) {
        features.giveActor(who.part(), who.actor(), sum);
        return sum.take();
    }
}
