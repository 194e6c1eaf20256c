package org.tumen.bench.signals;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tumen.bench.fit.Ranking.Choice;
import org.tumen.bench.fit.Training.Example;
import org.tumen.bench.labelled.LabelledItem;
import org.tumen.bench.labelled.LabelledItem.Expected;
import org.tumen.classifier.match.CorrectionExample;
import org.tumen.classifier.match.SignalModel;
import org.tumen.classifier.signal.Signal;
import org.tumen.model.assessment.ActorId;
import org.tumen.model.assessment.Dyad;
import org.tumen.model.assessment.SignalId;
import org.tumen.model.assessment.Status;

/**
 * What somebody says of an act that a text tells.
 *
 * @param pair null when nobody says who acts on whom
 * @param status null when nobody says how the text holds it
 * @param times counts as so many, at least 1
 */
record Labels(
        SignalId signal, @Nullable Dyad pair, @Nullable Status status, int times) {

    static Labels of(Expected expected) {
        return new Labels(
                new SignalId(expected.signal()),
                new Dyad(new ActorId(expected.giver()), new ActorId(expected.receiver())),
                Status.valueOf(expected.status().toUpperCase(Locale.ROOT).replace('-', '_')),
                1);
    }

    static Labels of(Signal signal, Signal.Example example, int times) {
        var pair = example.giver() == null || example.receiver() == null
                ? null
                : new Dyad(example.giver(), example.receiver());
        return new Labels(signal.id(), pair, example.status(), times);
    }

    /** A title or sentence of an item is an example of all that the item tells. */
    static Example ofSignals(LabelledItem item, Map<String, Integer> features) {
        return new Example(
                features, item.expected().stream().map(Expected::signal).collect(Collectors.toSet()), 1);
    }

    /** The place with its label: nothing of pairs where the right one is none of those that it could tell of. */
    Lessons of(CorrectionExample example) {
        var right = pair == null ? -1 : example.pairs().indexOf(pair);
        var pairs = right < 0 ? List.<Choice>of() : List.of(new Choice(example.shown(), right, times));
        if (status == null) {
            return new Lessons(List.of(), pairs, List.of());
        }
        var features = new HashMap<>(example.words());
        example.stances().get(Math.max(0, right)).forEach(feature -> features.put(feature, 1));
        return new Lessons(
                List.of(), pairs, List.of(new Example(features, Set.of(SignalModel.classOf(status)), times)));
    }
}
