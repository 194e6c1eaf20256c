package org.tumen.bench.signals;

import java.util.List;
import org.tumen.bench.fit.Ranking.Choice;
import org.tumen.bench.fit.Training.Example;

/**
 * What labelled items teach the three models.
 *
 * @param signals titles and sentences, with the signals that they tell
 * @param pairs places of acts, with who acts on whom
 * @param stances the same places, with how the text holds the act
 */
public record Lessons(List<Example> signals, List<Choice> pairs, List<Example> stances) {

    static final Lessons NONE = new Lessons(List.of(), List.of(), List.of());

    /** All together. */
    public static Lessons of(List<Lessons> several) {
        return new Lessons(
                several.stream().flatMap(it -> it.signals().stream()).toList(),
                several.stream().flatMap(it -> it.pairs().stream()).toList(),
                several.stream().flatMap(it -> it.stances().stream()).toList());
    }
}
