package org.tumen.alert.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tumen.alert.baseline.SignalKinds;
import org.tumen.alert.baseline.SignalKinds.Kind;

/**
 * One signal in one direction and of one sign, over all days that are looked at: the thing of which no telling, and no
 * number of tellings, moves an index by more than the bound.
 *
 * @param sign 1 for closer, -1 for apart
 * @param weight the part of the bound that it can reach, in [0, 1]
 * @param words whether it is words, which count less while no deed went with them
 * @param byDay on each day, by place in the period, what each voice says, in [0, 1]; voices by their place
 */
record Strand(int sign, double weight, boolean words, Map<Integer, Map<Integer, Double>> byDay) {

    /** Parts tellings of one tier into strands; what has no sign or no weight is in none. */
    static List<Strand> of(
            List<Telling> tellings, Period period, Voices voices, SignalKinds kinds, IndexFile settings) {
        var strands = new HashMap<Object, Strand>();
        for (var telling : tellings) {
            var said = telling.score() * settings.statuses().getOrDefault(telling.status(), 0.0);
            if (telling.sign() == 0 || said <= 0) {
                continue;
            }
            var kind = kinds.of(telling.signal());
            strands.computeIfAbsent(
                            List.of(telling.signal(), telling.dyad(), telling.sign()),
                            _ -> new Strand(
                                    telling.sign(), settings.weights().of(kind), kind == Kind.WORDS, new HashMap<>()))
                    .byDay()
                    .computeIfAbsent(period.placeOf(telling.day()), _ -> new HashMap<>())
                    .merge(voices.placeOf(telling.voice()), said, Math::max);
        }
        return List.copyOf(strands.values());
    }

    /** What the voices say on a day, added up, each times its weight. */
    double said(int day, double[] weights) {
        var sum = 0.0;
        for (var voice : byDay.getOrDefault(day, Map.of()).entrySet()) {
            sum += weights[voice.getKey()] * voice.getValue();
        }
        return sum;
    }
}
