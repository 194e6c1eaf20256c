package org.tumen.classifier.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tumen.classifier.model.FeatureName;
import org.tumen.classifier.signal.Cues;

/**
 * The features that words of the catalogue are for the learned model, numbered: which of them a sentence has, each once, is a set of bits. It
 * grows while the catalogue is read, and does not change afterwards.
 */
final class Switches {

    private final List<FrameOfSignal> frames;
    private final Cues cues;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<FeatureName> names = new ArrayList<>();

    Switches(List<FrameOfSignal> frames, Cues cues) {
        this.frames = frames;
        this.cues = cues;
    }

    FeatureName name(int number) {
        return names.get(number);
    }

    /** Those that the uses of one term turn on, in their order, each once. */
    int[] of(List<Use> uses) {
        var of = new int[uses.size()];
        var count = 0;
        for (var use : uses) {
            var name = name(use);
            if (name != null) {
                var number = number(name);
                if (!contains(of, count, number)) {
                    of[count++] = number;
                }
            }
        }
        return Arrays.copyOf(of, count);
    }

    private static boolean contains(int[] numbers, int count, int number) {
        for (var i = 0; i < count; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    /** Those of several languages are read at once; which number a feature has makes no difference. */
    private synchronized int number(FeatureName name) {
        var next = names.size();
        var known = numbers.putIfAbsent(name.text(), next);
        if (known == null) {
            names.add(name);
        }
        return known == null ? next : known;
    }

    /** Null for names of actors, which are told by themselves, and those that do not count here. */
    private @Nullable FeatureName name(Use use) {
        return switch (use) {
            case Use.Trigger(var frame, var reversed) -> {
                var names = frames.get(frame).features();
                yield reversed ? names.reversed() : names.trigger();
            }
            case Use.With(var frame) -> frames.get(frame).features().with();
            case Use.And(var frame) -> frames.get(frame).features().and();
            case Use.Veto(var frame) -> frames.get(frame).features().veto();
            case Use.Word word -> word.feature();
            case Use.StatusCue(var cue) ->
                FeatureName.of("@status " + cues.statuses().get(cue).status());
            case Use.Genre genre -> FeatureName.of("@genre " + genre.status());
            case Use.Name _, Use.NoName _ -> null;
            case Use.Digest _, Use.Noise _, Use.Claimant _, Use.Claim _ -> FeatureName.of("@" + use.says());
        };
    }
}
